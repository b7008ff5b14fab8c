package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.versionOf;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderRejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ConfirmOrder, RejectOrder and ExpireOrder: sent by the process, which may repeat itself or come too late. */
class ProcessDecisionsTest {

    private static final RejectOrder OUT_OF_STOCK =
            new RejectOrder(ORDER, RejectionReason.OUT_OF_STOCK, "DESK", "2 of DESK wanted, 1 available");

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void confirms_a_placed_order() {
        fixture.given(historyTo(OrderStatus.PLACED))
                .when(new ConfirmOrder(ORDER))
                .expectEvents(new OrderConfirmed(ORDER))
                .expectResultMessagePayload(2L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLACED")
    void confirming_does_nothing_in_any_other_state(OrderStatus status) {
        hasNoEffect(status, new ConfirmOrder(ORDER));
    }

    @Test
    void rejects_a_placed_order_with_the_reason() {
        fixture.given(historyTo(OrderStatus.PLACED))
                .when(OUT_OF_STOCK)
                .expectEvents(
                        new OrderRejected(ORDER, RejectionReason.OUT_OF_STOCK, "DESK", "2 of DESK wanted, 1 available"))
                .expectResultMessagePayload(2L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLACED")
    void rejecting_does_nothing_in_any_other_state(OrderStatus status) {
        hasNoEffect(status, OUT_OF_STOCK);
    }

    @Test
    void expires_a_pending_order() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ExpireOrder(ORDER))
                .expectEvents(new OrderExpired(ORDER))
                .expectResultMessagePayload(1L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void expiring_does_nothing_in_any_other_state(OrderStatus status) {
        hasNoEffect(status, new ExpireOrder(ORDER));
    }

    private void hasNoEffect(OrderStatus status, OrderCommand command) {
        fixture.given(historyTo(status)).when(command).expectNoEvents().expectResultMessagePayload(versionOf(status));
    }
}
