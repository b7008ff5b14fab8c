package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ADDRESS;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.event.ShippingAddressChanged;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeShippingAddressTest {

    private static final Address ELSEWHERE = new Address("Ada", "2 Side St", "73301", "Austin", "Texas", "US");

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void changes_the_address() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ChangeShippingAddress(ORDER, ELSEWHERE))
                .expectEvents(new ShippingAddressChanged(ORDER, ELSEWHERE))
                .expectResultMessagePayload(1L);
    }

    @Test
    void changes_it_back() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(new ShippingAddressChanged(ORDER, ELSEWHERE))
                .when(new ChangeShippingAddress(ORDER, ADDRESS))
                .expectEvents(new ShippingAddressChanged(ORDER, ADDRESS))
                .expectResultMessagePayload(2L);
    }

    @Test
    void does_nothing_when_the_address_is_the_same() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ChangeShippingAddress(ORDER, ADDRESS))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void is_refused_once_the_order_is_no_longer_pending(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new ChangeShippingAddress(ORDER, ELSEWHERE))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_PENDING));
    }
}
