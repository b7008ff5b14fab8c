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
import static io.orderflow.command.stock.StockSamples.level;

import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReserved;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseStockTest {

    private final FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);

    @Test
    void gives_back_what_the_order_holds_and_nothing_of_others() {
        fixture.given(TEN_ON_HAND, new StockReserved(SKU, OTHER_ORDER, 2, level(10, 2, 0)))
                .andGiven(new StockReserved(SKU, ORDER, 4, level(10, 6, 0)))
                .when(new ReleaseStock(SKU, ORDER))
                .expectEvents(new StockReleased(SKU, ORDER, 4, level(10, 2, 0)))
                .expectResultMessagePayload(3L);
    }

    @Test
    void gives_back_only_what_is_not_shipped() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED)
                .when(new ReleaseStock(SKU, ORDER))
                .expectEvents(new StockReleased(SKU, ORDER, 3, level(10, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource
    void does_nothing_when_the_order_holds_nothing(List<Object> history) {
        fixture.given(history)
                .when(new ReleaseStock(SKU, ORDER))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> does_nothing_when_the_order_holds_nothing() {
        return Stream.of(
                List.of(TEN_ON_HAND),
                List.of(TEN_ON_HAND, FOUR_RESERVED, FOUR_RELEASED),
                List.of(TEN_ON_HAND, FOUR_RESERVED, FOUR_COMMITTED),
                List.of(REFUSED));
    }
}
