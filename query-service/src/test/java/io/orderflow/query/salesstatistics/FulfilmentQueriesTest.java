package io.orderflow.query.salesstatistics;

import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.statistics.query.FindFulfilment;
import io.orderflow.api.statistics.query.FulfilmentFigures;
import io.orderflow.api.statistics.query.FulfilmentFigures.ReasonCount;
import io.orderflow.api.statistics.query.FulfilmentFigures.TimeToShip;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FulfilmentQueriesTest extends ReadModelTest {

    @Autowired
    private FulfilmentQueries fulfilment;

    @Test
    void counts_orders_of_every_currency_together() {
        place(1, 1);
        Money yen = new Money(new BigDecimal("700"), "JPY");
        List<OrderLine> lines = List.of(new OrderLine(FIRST_LINE, "A-1", "Product A-1", 1, yen));
        feed.publish(
                new OrderCreated(id(2), ADA, "JPY", lines, yen, HOME, ORDERED, null),
                new OrderPlaced(id(2), ADA, lines, yen, "tok_approve"),
                new OrderCancelled(id(2), "too late"));
        FulfilmentFigures figures = fulfilment(null, null);
        assertThat(figures.orders()).isEqualTo(2);
        assertThat(figures.cancelled()).isEqualTo(1);
        assertThat(figures.cancellationRate()).isEqualTo(rate("0.5000"));
    }

    @Test
    void tells_why_orders_were_lost() {
        for (int number = 1; number <= 8; number++) {
            place(number, 1);
        }
        feed.publish(
                new OrderCancelled(id(1), "too late"),
                new OrderCancelled(id(2), "changed my mind"),
                new OrderCancelled(id(3), "too late"),
                rejected(id(4), RejectionReason.PAYMENT_DECLINED, null),
                rejected(id(5), RejectionReason.OUT_OF_STOCK, "A-1"),
                opened(id(9)),
                new OrderCancelled(id(9), "never placed"));
        assertThat(fulfilment(null, null))
                .isEqualTo(new FulfilmentFigures(
                        8,
                        3,
                        rate("0.3750"),
                        List.of(new ReasonCount("too late", 2), new ReasonCount("changed my mind", 1)),
                        2,
                        rate("0.2500"),
                        List.of(new ReasonCount("OUT_OF_STOCK", 1), new ReasonCount("PAYMENT_DECLINED", 1)),
                        new TimeToShip(0, null, null)));
        assertThat(fulfilment(ORDERED.plusSeconds(1), null).orders()).isZero();
        assertThat(fulfilment(ORDERED.plusSeconds(1), null).cancellationReasons())
                .isEmpty();
    }

    @Test
    void names_the_most_frequent_reasons_only() {
        for (int number = 1; number <= 25; number++) {
            place(number, 1);
            feed.publish(new OrderCancelled(id(number), "reason " + Math.min(number, 22)));
        }
        assertThat(fulfilment(null, null).cancellationReasons())
                .hasSize(20)
                .startsWith(new ReasonCount("reason 22", 4), new ReasonCount("reason 1", 1));
        assertThat(fulfilment(null, null).cancelled()).isEqualTo(25);
    }

    @Test
    void measures_the_time_to_the_last_shipment_of_orders_shipped_in_full() {
        for (int number = 1; number <= 12; number++) {
            place(number, 10);
        }
        for (int number = 1;
                number <= 10;
                number++) { // hours 1 to 10; the last one in two parts, the later recorded first
            feed.publish(shipped(id(number), number, FIRST_LINE, number == 10 ? 4 : 10, number < 10));
        }
        feed.publish(shipped(id(10), 3, FIRST_LINE, 6, true));
        feed.publish(shipped(id(11), 48, FIRST_LINE, 5, false)); // something is left
        assertThat(fulfilment(null, null).timeToShip()).isEqualTo(new TimeToShip(10, 5 * 3600L, 9 * 3600L));
        feed.publish(shipped(id(12), -1, FIRST_LINE, 10, true)); // by the channel's clock before it was ordered
        assertThat(fulfilment(null, null).timeToShip()).isEqualTo(new TimeToShip(11, 5 * 3600L, 9 * 3600L));
        assertThat(fulfilment(ORDERED.plusSeconds(1), null).timeToShip()).isEqualTo(new TimeToShip(0, null, null));
        assertThat(fulfilment(null, ORDERED.plusNanos(1000)).timeToShip().orders())
                .isEqualTo(11);
    }

    @Test
    void at_least_nine_tenths_are_shipped_within_the_time_that_says_so() {
        for (int number = 1; number <= 6; number++) {
            place(number, 1);
            feed.publish(shipped(id(number), number, FIRST_LINE, 1, true));
        }
        // five of six are fewer than nine tenths
        assertThat(fulfilment(null, null).timeToShip()).isEqualTo(new TimeToShip(6, 3 * 3600L, 6 * 3600L));
    }

    private void place(int number, int pieces) {
        OrderCreated order = created(id(number), ADA, ORDERED, pieces);
        feed.publish(order, placed(order));
    }

    private FulfilmentFigures fulfilment(@Nullable Instant from, @Nullable Instant to) {
        return fulfilment.handle(new FindFulfilment(from, to));
    }

    private static BigDecimal rate(String rate) {
        return new BigDecimal(rate);
    }
}
