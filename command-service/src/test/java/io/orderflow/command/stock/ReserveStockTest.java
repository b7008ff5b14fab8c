package io.orderflow.command.stock;

import static io.orderflow.command.stock.StockSamples.FOUR_COMMITTED;
import static io.orderflow.command.stock.StockSamples.FOUR_RELEASED;
import static io.orderflow.command.stock.StockSamples.FOUR_RESERVED;
import static io.orderflow.command.stock.StockSamples.ONE_COMMITTED;
import static io.orderflow.command.stock.StockSamples.ORDER;
import static io.orderflow.command.stock.StockSamples.OTHER_ORDER;
import static io.orderflow.command.stock.StockSamples.REFUSED;
import static io.orderflow.command.stock.StockSamples.SKU;
import static io.orderflow.command.stock.StockSamples.TEN_ON_HAND;
import static io.orderflow.command.stock.StockSamples.id;
import static io.orderflow.command.stock.StockSamples.level;
import static io.orderflow.command.stock.StockSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReserveStockTest {

    private final FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);

    @Test
    void holds_units_for_an_order() {
        fixture.given(TEN_ON_HAND)
                .when(new ReserveStock(SKU, ORDER, 4))
                .expectEvents(FOUR_RESERVED)
                .expectResultMessagePayload(1L);
    }

    @Test
    void holds_the_last_unit() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED)
                .when(new ReserveStock(SKU, OTHER_ORDER, 6))
                .expectEvents(new StockReserved(SKU, OTHER_ORDER, 6, level(10, 9, 1)));
    }

    @Test
    void answers_that_there_are_too_few() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED)
                .when(new ReserveStock(SKU, OTHER_ORDER, 7))
                .expectEvents(new StockReservationRefused(SKU, OTHER_ORDER, 7, 6))
                .expectResultMessagePayload(3L);
    }

    @Test
    void answers_for_a_product_that_nobody_registered() {
        fixture.givenNoPriorActivity()
                .when(new ReserveStock(SKU, ORDER, 4))
                .expectEvents(REFUSED)
                .expectResultMessagePayload(0L);
    }

    @Test
    void holds_units_again_that_another_order_gave_back() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, FOUR_RELEASED)
                .when(new ReserveStock(SKU, OTHER_ORDER, 10))
                .expectEvents(new StockReserved(SKU, OTHER_ORDER, 10, level(10, 10, 0)));
    }

    @ParameterizedTest
    @MethodSource
    void repeating_does_nothing(List<Object> history) {
        fixture.given(history)
                .when(new ReserveStock(SKU, ORDER, 4))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> repeating_does_nothing() {
        return Stream.of(
                List.of(TEN_ON_HAND, FOUR_RESERVED),
                List.of(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED),
                List.of(TEN_ON_HAND, FOUR_RESERVED, FOUR_COMMITTED),
                List.of(TEN_ON_HAND, FOUR_RESERVED, FOUR_RELEASED),
                List.of(REFUSED),
                List.of(REFUSED, TEN_ON_HAND));
    }

    @Test
    void remembers_the_256_orders_that_settled_last() {
        List<Object> history = new ArrayList<>(List.of(TEN_ON_HAND));
        for (long order = 1; order <= 257; order++) {
            history.add(new StockReserved(SKU, id(order), 1, level(10, 1, 0)));
            history.add(new StockReleased(SKU, id(order), 1, level(10, 0, 0)));
        }
        fixture.given(history).when(new ReserveStock(SKU, id(2), 1)).expectNoEvents();
        fixture.given(history)
                .when(new ReserveStock(SKU, id(1), 1))
                .expectEvents(new StockReserved(SKU, id(1), 1, level(10, 1, 0)));
    }

    @Test
    void never_forgets_an_order_that_holds_units() {
        List<Object> history = new ArrayList<>(List.of(TEN_ON_HAND, FOUR_RESERVED));
        for (long order = 100; order < 500; order++) {
            history.add(new StockReservationRefused(SKU, id(order), 7, 6));
        }
        fixture.given(history).when(new ReserveStock(SKU, ORDER, 4)).expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void is_refused_below_one_unit(long quantity) {
        fixture.given(TEN_ON_HAND)
                .when(new ReserveStock(SKU, ORDER, quantity))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.VALIDATION_FAILED));
    }
}
