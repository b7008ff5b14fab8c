package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ADDRESS;
import static io.orderflow.command.order.OrderSamples.CUSTOMER;
import static io.orderflow.command.order.OrderSamples.DESK;
import static io.orderflow.command.order.OrderSamples.DESKS;
import static io.orderflow.command.order.OrderSamples.EXPIRES_AT;
import static io.orderflow.command.order.OrderSamples.LAMPS;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.ORDERED_AT;
import static io.orderflow.command.order.OrderSamples.TOKEN;
import static io.orderflow.command.order.OrderSamples.TOTAL;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.line;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderPlaced;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CreateOrderTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void opens_a_pending_order_that_expires() {
        fixture.givenNoPriorActivity()
                .when(create("EUR", null, DESKS, LAMPS))
                .expectEvents(created("EUR", TOTAL, true, DESKS, LAMPS))
                .expectResultMessagePayload(0L);
    }

    @Test
    void places_it_in_the_same_step() {
        fixture.givenNoPriorActivity()
                .when(create("EUR", new Placement(TOKEN), DESKS, LAMPS))
                .expectEvents(
                        created("EUR", TOTAL, false, DESKS, LAMPS),
                        new OrderPlaced(ORDER, CUSTOMER, List.of(DESKS, LAMPS), TOTAL, TOKEN))
                .expectResultMessagePayload(1L);
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_when_the_id_is_taken_whatever_became_of_that_order(OrderStatus status) {
        fixture.given(historyTo(status))
                .when(create("EUR", null, DESKS))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_ALREADY_EXISTS));
    }

    @ParameterizedTest(name = "{1} at {2} {0} come to {3}")
    @CsvSource({
        "EUR, 1, 0.125, 0.12",
        "EUR, 3, 0.125, 0.38",
        "EUR, 1, 0.135, 0.14",
        "EUR, 1, 0.004999, 0.00",
        "EUR, 3, 0.333333, 1.00",
        "EUR, 1000000, 0.000001, 1.00",
        "EUR, 7, 0, 0.00",
        "JPY, 1, 12.5, 12",
        "JPY, 3, 12.5, 38",
        "JPY, 2, 250, 500",
        "KWD, 1, 1.2345, 1.234",
        "KWD, 1, 1.2355, 1.236"
    })
    void rounds_a_line_half_even_to_the_scale_of_its_currency(
            String currency, int quantity, BigDecimal unitPrice, BigDecimal total) {
        OrderLine line = new OrderLine(DESK, "DESK", "Desk", quantity, new Money(unitPrice, currency));
        fixture.givenNoPriorActivity()
                .when(create(currency, null, line))
                .expectEvents(created(currency, new Money(total, currency), true, line));
    }

    @Test
    void rounds_each_line_before_it_adds_them_up() {
        OrderLine one = line(id(101), "A", 1, "0.335");
        OrderLine other = line(id(102), "B", 1, "0.335");
        fixture.givenNoPriorActivity()
                .when(create("EUR", null, one, other))
                .expectEvents(created("EUR", eur("0.68"), true, one, other));
    }

    @Test
    void takes_the_same_product_on_two_lines() {
        OrderLine again = line(id(101), "DESK", 1, "10.00");
        fixture.givenNoPriorActivity()
                .when(create("EUR", null, DESKS, again))
                .expectEvents(created("EUR", eur("49.98"), true, DESKS, again));
    }

    @Test
    void is_refused_without_lines() {
        refuses(ErrorCode.LAST_LINE, create("EUR", null));
    }

    @Test
    void is_refused_when_two_lines_have_one_id() {
        refuses(ErrorCode.LINE_ALREADY_EXISTS, create("EUR", null, DESKS, DESKS));
    }

    @Test
    void is_refused_when_a_line_is_in_another_currency() {
        refuses(ErrorCode.CURRENCY_MISMATCH, create("USD", null, DESKS));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.00", "-1, 1.00", "1, -0.01"})
    void is_refused_when_a_line_makes_no_sense(int quantity, String unitPrice) {
        refuses(ErrorCode.VALIDATION_FAILED, create("EUR", null, line(DESK, "DESK", quantity, unitPrice)));
    }

    @Test
    void takes_500_lines_and_no_more() {
        fixture.givenNoPriorActivity()
                .when(create("EUR", null, lines(500)))
                .expectEvents(created("EUR", eur("500.00"), true, lines(500)));
        refuses(ErrorCode.TOO_MANY_LINES, create("EUR", null, lines(501)));
    }

    @Test
    void takes_a_total_of_a_million_millions_and_no_more() {
        OrderLine largest = line(DESK, "DESK", 1_000, "1000000000");
        fixture.givenNoPriorActivity()
                .when(create("EUR", null, largest))
                .expectEvents(created("EUR", eur("1000000000000.00"), true, largest));
        refuses(ErrorCode.ORDER_TOTAL_TOO_LARGE, create("EUR", null, largest, line(id(101), "PIN", 1, "0.01")));
    }

    private void refuses(ErrorCode code, CreateOrder command) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(refusal(code));
    }

    private static OrderLine[] lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(id(1_000 + i), "PIN", 1, "1.00"))
                .toArray(OrderLine[]::new);
    }

    private static CreateOrder create(String currency, @Nullable Placement placement, OrderLine... lines) {
        return new CreateOrder(ORDER, CUSTOMER, currency, List.of(lines), ADDRESS, ORDERED_AT, placement, EXPIRES_AT);
    }

    private static OrderCreated created(String currency, Money total, boolean expires, OrderLine... lines) {
        return new OrderCreated(
                ORDER, CUSTOMER, currency, List.of(lines), total, ADDRESS, ORDERED_AT, expires ? EXPIRES_AT : null);
    }
}
