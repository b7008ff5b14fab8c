package io.orderflow.command.stock;

import static io.orderflow.command.stock.StockSamples.FOUR_RESERVED;
import static io.orderflow.command.stock.StockSamples.ONE_COMMITTED;
import static io.orderflow.command.stock.StockSamples.REFUSED;
import static io.orderflow.command.stock.StockSamples.SKU;
import static io.orderflow.command.stock.StockSamples.TEN_ON_HAND;
import static io.orderflow.command.stock.StockSamples.level;
import static io.orderflow.command.stock.StockSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.event.StockAdjusted;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustStockTest {

    private final FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);

    @ParameterizedTest
    @ValueSource(longs = {5, -10, 999_999_990})
    void changes_what_is_on_hand(long delta) {
        fixture.given(TEN_ON_HAND)
                .when(new AdjustStock(SKU, delta, "count"))
                .expectEvents(new StockAdjusted(SKU, delta, "count", level(10 + delta, 0, 0)))
                .expectResultMessagePayload(1L);
    }

    @Test
    void may_take_all_that_is_not_promised() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED)
                .when(new AdjustStock(SKU, -6, "count"))
                .expectEvents(new StockAdjusted(SKU, -6, "count", level(4, 3, 1)))
                .expectResultMessagePayload(3L);
    }

    @Test
    void counts_from_the_last_adjustment() {
        fixture.given(TEN_ON_HAND, new StockAdjusted(SKU, 5, "count", level(15, 0, 0)))
                .when(new AdjustStock(SKU, -1, "broken"))
                .expectEvents(new StockAdjusted(SKU, -1, "broken", level(14, 0, 0)));
    }

    @Test
    void is_refused_when_it_takes_what_is_promised() {
        refuses(ErrorCode.STOCK_BELOW_PROMISED, -7, TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-11, Long.MIN_VALUE})
    void is_refused_below_nothing(long delta) {
        refuses(ErrorCode.STOCK_BELOW_PROMISED, delta, TEN_ON_HAND);
    }

    @ParameterizedTest
    @ValueSource(longs = {999_999_991, Long.MAX_VALUE})
    void is_refused_above_the_largest_stock(long delta) {
        refuses(ErrorCode.STOCK_TOO_LARGE, delta, TEN_ON_HAND);
    }

    @Test
    void is_refused_by_nothing() {
        refuses(ErrorCode.VALIDATION_FAILED, 0, TEN_ON_HAND);
    }

    @Test
    void is_refused_for_a_product_that_was_only_ordered() {
        refuses(ErrorCode.STOCK_NOT_FOUND, 5, REFUSED);
    }

    @Test
    void finds_no_product_that_was_never_heard_of() {
        fixture.givenNoPriorActivity()
                .when(new AdjustStock(SKU, 5, "count"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private void refuses(ErrorCode code, long delta, Object... history) {
        fixture.given(history)
                .when(new AdjustStock(SKU, delta, "count"))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
