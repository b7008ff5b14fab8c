package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.event.OrderDelivered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkDeliveredTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void marks_a_shipped_order() {
        fixture.given(historyTo(OrderStatus.SHIPPED))
                .when(new MarkDelivered(ORDER))
                .expectEvents(new OrderDelivered(ORDER))
                .expectResultMessagePayload(5L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHIPPED")
    void is_refused_in_any_other_state(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new MarkDelivered(ORDER))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_DELIVERABLE));
    }
}
