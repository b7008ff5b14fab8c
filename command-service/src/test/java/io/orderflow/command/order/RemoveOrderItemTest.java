package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.DESK;
import static io.orderflow.command.order.OrderSamples.LAMP;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.event.OrderItemRemoved;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoveOrderItemTest {

    private static final OrderItemRemoved LAMPS_REMOVED = new OrderItemRemoved(ORDER, LAMP, eur("39.98"));

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void removes_the_line_and_its_share_of_the_total() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new RemoveOrderItem(ORDER, LAMP))
                .expectEvents(LAMPS_REMOVED)
                .expectResultMessagePayload(1L);
    }

    @Test
    void is_refused_for_the_last_line() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(LAMPS_REMOVED)
                .when(new RemoveOrderItem(ORDER, DESK))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.LAST_LINE));
    }

    @Test
    void is_refused_for_a_line_that_was_removed() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(LAMPS_REMOVED)
                .when(new RemoveOrderItem(ORDER, LAMP))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.LINE_NOT_FOUND));
    }

    @Test
    void is_refused_for_a_line_the_order_never_had() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new RemoveOrderItem(ORDER, id(99)))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.LINE_NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void is_refused_once_the_order_is_no_longer_pending(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new RemoveOrderItem(ORDER, LAMP))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_PENDING));
    }
}
