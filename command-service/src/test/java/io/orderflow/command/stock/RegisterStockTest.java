package io.orderflow.command.stock;

import static io.orderflow.command.stock.StockSamples.REFUSED;
import static io.orderflow.command.stock.StockSamples.SKU;
import static io.orderflow.command.stock.StockSamples.TEN_ON_HAND;
import static io.orderflow.command.stock.StockSamples.level;
import static io.orderflow.command.stock.StockSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.event.StockRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterStockTest {

    private final FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 1_000_000_000})
    void makes_a_product_known(long onHand) {
        fixture.givenNoPriorActivity()
                .when(new RegisterStock(SKU, "Desk", onHand))
                .expectEvents(new StockRegistered(SKU, "Desk", level(onHand, 0, 0), StockUnit.PIECE))
                .expectResultMessagePayload(0L);
    }

    @Test
    void works_on_a_product_that_was_ordered_before_it_was_known() {
        fixture.given(REFUSED)
                .when(new RegisterStock(SKU, "Desk", 10))
                .expectEvents(TEN_ON_HAND)
                .expectResultMessagePayload(1L);
    }

    @Test
    void is_refused_the_second_time() {
        refuses(ErrorCode.STOCK_ALREADY_REGISTERED, 10, TEN_ON_HAND);
    }

    @Test
    void is_refused_below_nothing() {
        refuses(ErrorCode.VALIDATION_FAILED, -1);
    }

    @Test
    void is_refused_above_the_largest_stock() {
        refuses(ErrorCode.STOCK_TOO_LARGE, 1_000_000_001);
    }

    private void refuses(ErrorCode code, long onHand, Object... history) {
        fixture.given(history)
                .when(new RegisterStock(SKU, "Desk", onHand))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
