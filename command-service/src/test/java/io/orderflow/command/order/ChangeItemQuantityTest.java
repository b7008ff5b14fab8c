package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.DESK;
import static io.orderflow.command.order.OrderSamples.LAMP;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.line;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.OrderItemAdded;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeItemQuantityTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void changes_the_quantity_and_the_total() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ChangeItemQuantity(ORDER, LAMP, 2))
                .expectEvents(new ItemQuantityChanged(ORDER, LAMP, 2, eur("40.65")))
                .expectResultMessagePayload(1L);
    }

    @Test
    void counts_lines_that_were_added_and_changed_before() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(
                        new OrderItemAdded(ORDER, line(id(13), "CHAIR", 1, "5.00"), eur("45.98")),
                        new ItemQuantityChanged(ORDER, id(13), 2, eur("50.98")))
                .when(new ChangeItemQuantity(ORDER, DESK, 1))
                .expectEvents(new ItemQuantityChanged(ORDER, DESK, 1, eur("30.99")))
                .expectResultMessagePayload(3L);
    }

    @Test
    void does_nothing_when_the_quantity_is_the_same() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ChangeItemQuantity(ORDER, LAMP, 3))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void is_refused_once_the_order_is_no_longer_pending(OrderStatus status) {
        refuses(ErrorCode.ORDER_NOT_PENDING, status, DESK, 5);
    }

    @Test
    void is_refused_for_a_line_the_order_does_not_have() {
        refuses(ErrorCode.LINE_NOT_FOUND, OrderStatus.PENDING, id(99), 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void is_refused_below_one(int quantity) {
        refuses(ErrorCode.VALIDATION_FAILED, OrderStatus.PENDING, DESK, quantity);
    }

    @Test
    void is_refused_when_the_total_grows_too_large() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(new OrderItemAdded(ORDER, line(id(13), "YACHT", 1, "1000000000"), eur("1000000040.98")))
                .when(new ChangeItemQuantity(ORDER, id(13), 1_000))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_TOTAL_TOO_LARGE));
    }

    private void refuses(ErrorCode code, OrderStatus status, UUID lineId, int quantity) {
        fixture.given(historyTo(status))
                .when(new ChangeItemQuantity(ORDER, lineId, quantity))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
