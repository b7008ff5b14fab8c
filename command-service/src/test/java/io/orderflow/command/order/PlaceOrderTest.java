package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.CUSTOMER;
import static io.orderflow.command.order.OrderSamples.DESKS;
import static io.orderflow.command.order.OrderSamples.LAMP;
import static io.orderflow.command.order.OrderSamples.LAMPS;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.TOTAL;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.line;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.OrderItemAdded;
import io.orderflow.api.order.event.OrderItemRemoved;
import io.orderflow.api.order.event.OrderPlaced;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceOrderTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void places_a_pending_order_with_its_lines_and_total() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new PlaceOrder(ORDER, "tok_late"))
                .expectEvents(new OrderPlaced(ORDER, CUSTOMER, List.of(DESKS, LAMPS), TOTAL, "tok_late"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void places_what_the_edits_left() {
        OrderLine chair = line(id(13), "CHAIR", 1, "5.00");
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(
                        new OrderItemAdded(ORDER, chair, eur("45.98")),
                        new OrderItemRemoved(ORDER, LAMP, eur("44.98")),
                        new ItemQuantityChanged(ORDER, id(13), 4, eur("59.98")))
                .when(new PlaceOrder(ORDER, "tok_late"))
                .expectEvents(new OrderPlaced(
                        ORDER, CUSTOMER, List.of(DESKS, chair.withQuantity(4)), eur("59.98"), "tok_late"))
                .expectResultMessagePayload(4L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void is_refused_once_the_order_is_no_longer_pending(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(new PlaceOrder(ORDER, "tok_late"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_PENDING));
    }

    @Test
    void finds_no_order_that_was_never_created() {
        fixture.givenNoPriorActivity()
                .when(new PlaceOrder(ORDER, "tok_late"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
