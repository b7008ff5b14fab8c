package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.refusal;
import static io.orderflow.command.order.OrderSamples.versionOf;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderExpired;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelOrderTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PLACED", "CONFIRMED"})
    void cancels_until_something_is_shipped(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new CancelOrder(ORDER, "too late"))
                .expectEvents(new OrderCancelled(ORDER, "too late"))
                .expectResultMessagePayload(versionOf(status) + 1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PENDING", "PLACED", "CONFIRMED"})
    void is_refused_in_any_other_state(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new CancelOrder(ORDER, "too late"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_CANCELLABLE));
    }

    @Test
    void is_refused_once_the_order_has_expired() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(new OrderExpired(ORDER))
                .when(new CancelOrder(ORDER, "too late"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_CANCELLABLE));
    }
}
