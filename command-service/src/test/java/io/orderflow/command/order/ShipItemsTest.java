package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.DESK;
import static io.orderflow.command.order.OrderSamples.FIRST_SHIPMENT;
import static io.orderflow.command.order.OrderSamples.LAMP;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.SECOND_SHIPMENT;
import static io.orderflow.command.order.OrderSamples.SHIPPED_AT;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.refusal;
import static io.orderflow.command.order.OrderSamples.shipped;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.command.ShipItems;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShipItemsTest {

    private static final UUID SHIPMENT = id(31);

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void ships_the_whole_order_for_its_total() {
        fixture.given(historyTo(OrderStatus.CONFIRMED))
                .when(ship(SHIPMENT, item(DESK, 2), item(LAMP, 3)))
                .expectEvents(shipped(
                        SHIPMENT,
                        List.of(new ShipmentLine(DESK, "DESK", 2), new ShipmentLine(LAMP, "LAMP", 3)),
                        "40.98",
                        true))
                .expectResultMessagePayload(3L);
    }

    @Test
    void ships_a_part() {
        fixture.given(historyTo(OrderStatus.CONFIRMED))
                .when(ship(SHIPMENT, item(LAMP, 2)))
                .expectEvents(shipped(SHIPMENT, List.of(new ShipmentLine(LAMP, "LAMP", 2)), "0.67", false));
    }

    @Test
    void values_lamps_one_by_one_so_that_they_come_to_the_price_of_three() {
        fixture.given(historyTo(OrderStatus.CONFIRMED))
                .andGivenCommands(ship(id(31), item(LAMP, 1)))
                .when(ship(id(32), item(LAMP, 1)))
                .expectEvents(shipped(id(32), List.of(new ShipmentLine(LAMP, "LAMP", 1)), "0.34", false));
        fixture.given(historyTo(OrderStatus.CONFIRMED))
                .andGivenCommands(ship(id(31), item(LAMP, 1)), ship(id(32), item(LAMP, 1)))
                .when(ship(id(33), item(LAMP, 1)))
                .expectEvents(shipped(id(33), List.of(new ShipmentLine(LAMP, "LAMP", 1)), "0.33", false));
    }

    @Test
    void is_complete_with_the_last_unit() {
        fixture.given(historyTo(OrderStatus.PARTIALLY_SHIPPED))
                .when(ship(SHIPMENT, item(LAMP, 3), item(DESK, 1)))
                .expectEvents(shipped(
                        SHIPMENT,
                        List.of(new ShipmentLine(LAMP, "LAMP", 3), new ShipmentLine(DESK, "DESK", 1)),
                        "20.99",
                        true));
    }

    @Test
    void adds_up_items_of_one_line() {
        fixture.given(historyTo(OrderStatus.CONFIRMED))
                .when(ship(SHIPMENT, item(LAMP, 1), item(DESK, 1), item(LAMP, 1)))
                .expectEvents(shipped(
                        SHIPMENT,
                        List.of(new ShipmentLine(LAMP, "LAMP", 2), new ShipmentLine(DESK, "DESK", 1)),
                        "20.66",
                        false));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONFIRMED", "PARTIALLY_SHIPPED"})
    void is_refused_in_a_state_that_cannot_be_shipped(OrderStatus status) {
        refuses(ErrorCode.ORDER_NOT_SHIPPABLE, status, ship(SHIPMENT, item(DESK, 1)));
    }

    @Test
    void is_refused_beyond_what_was_ordered() {
        refuses(ErrorCode.SHIPMENT_EXCEEDS_ORDER, OrderStatus.CONFIRMED, ship(SHIPMENT, item(DESK, 3)));
    }

    @Test
    void is_refused_beyond_what_is_left() {
        refuses(ErrorCode.SHIPMENT_EXCEEDS_ORDER, OrderStatus.PARTIALLY_SHIPPED, ship(SHIPMENT, item(DESK, 2)));
    }

    @Test
    void is_refused_when_items_of_one_line_together_are_too_many() {
        refuses(
                ErrorCode.SHIPMENT_EXCEEDS_ORDER,
                OrderStatus.CONFIRMED,
                ship(SHIPMENT, item(DESK, Integer.MAX_VALUE), item(DESK, Integer.MAX_VALUE), item(DESK, 3)));
    }

    @Test
    void is_refused_for_a_line_the_order_does_not_have() {
        refuses(ErrorCode.LINE_NOT_FOUND, OrderStatus.CONFIRMED, ship(SHIPMENT, item(id(99), 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void is_refused_below_one_unit(int quantity) {
        refuses(ErrorCode.VALIDATION_FAILED, OrderStatus.CONFIRMED, ship(SHIPMENT, item(DESK, quantity)));
    }

    @Test
    void is_refused_without_items() {
        refuses(ErrorCode.VALIDATION_FAILED, OrderStatus.CONFIRMED, ship(SHIPMENT));
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED"})
    void repeating_a_shipment_does_nothing(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(ship(FIRST_SHIPMENT, item(DESK, 1)))
                .expectNoEvents()
                .expectResultMessagePayload(OrderSamples.versionOf(status));
    }

    @Test
    void a_repeated_shipment_may_list_its_items_in_another_order_or_in_parts() {
        fixture.given(historyTo(OrderStatus.SHIPPED))
                .when(ship(SECOND_SHIPMENT, item(LAMP, 2), item(DESK, 1), item(LAMP, 1)))
                .expectNoEvents()
                .expectResultMessagePayload(4L);
    }

    @Test
    void is_refused_when_the_shipment_is_recorded_with_other_items() {
        refuses(ErrorCode.ORDER_NOT_SHIPPABLE, OrderStatus.PARTIALLY_SHIPPED, ship(FIRST_SHIPMENT, item(LAMP, 1)));
    }

    private void refuses(ErrorCode code, OrderStatus status, ShipItems command) {
        fixture.given(historyTo(status)).when(command).expectNoEvents().expectException(refusal(code));
    }

    private static ShipItems ship(UUID shipmentId, ShipItems.Item... items) {
        return new ShipItems(ORDER, shipmentId, List.of(items), "DHL", "TRACK-1", SHIPPED_AT);
    }

    private static ShipItems.Item item(UUID lineId, int quantity) {
        return new ShipItems.Item(lineId, quantity);
    }
}
