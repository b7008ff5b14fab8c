package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ADDRESS;
import static io.orderflow.command.order.OrderSamples.CUSTOMER;
import static io.orderflow.command.order.OrderSamples.DESKS;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.ORDERED_AT;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.line;
import static io.orderflow.command.order.OrderSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderItemAdded;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddOrderItemTest {

    private static final OrderLine CHAIR = line(id(13), "CHAIR", 1, "0.125");

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Test
    void adds_a_line_and_its_rounded_total() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new AddOrderItem(ORDER, CHAIR))
                .expectEvents(new OrderItemAdded(ORDER, CHAIR, eur("41.10")))
                .expectResultMessagePayload(1L);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void is_refused_once_the_order_is_no_longer_pending(OrderStatus status) {
        refuses(ErrorCode.ORDER_NOT_PENDING, status, CHAIR);
    }

    @Test
    void is_refused_when_the_line_exists() {
        refuses(ErrorCode.LINE_ALREADY_EXISTS, OrderStatus.PENDING, DESKS);
    }

    @Test
    void is_refused_in_another_currency() {
        OrderLine dollars = new OrderLine(id(13), "CHAIR", "Chair", 1, new Money(BigDecimal.ONE, "USD"));
        refuses(ErrorCode.CURRENCY_MISMATCH, OrderStatus.PENDING, dollars);
    }

    @ParameterizedTest
    @CsvSource({"0, 1.00", "-1, 1.00", "1, -0.000001"})
    void is_refused_when_the_line_makes_no_sense(int quantity, String unitPrice) {
        refuses(ErrorCode.VALIDATION_FAILED, OrderStatus.PENDING, line(id(13), "CHAIR", quantity, unitPrice));
    }

    @Test
    void is_refused_when_the_total_grows_too_large() {
        refuses(ErrorCode.ORDER_TOTAL_TOO_LARGE, OrderStatus.PENDING, line(id(13), "CHAIR", 1_000, "1000000000"));
    }

    @Test
    void is_refused_as_the_501st_line() {
        OrderCreated full = new OrderCreated(
                ORDER,
                CUSTOMER,
                "EUR",
                IntStream.range(0, 500)
                        .mapToObj(i -> line(id(1_000 + i), "PIN", 1, "1.00"))
                        .toList(),
                eur("500.00"),
                ADDRESS,
                ORDERED_AT,
                null);
        fixture.given(full)
                .when(new AddOrderItem(ORDER, CHAIR))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.TOO_MANY_LINES));
    }

    private void refuses(ErrorCode code, OrderStatus status, OrderLine line) {
        fixture.given(historyTo(status))
                .when(new AddOrderItem(ORDER, line))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
