package io.orderflow.command.stock;

import static io.orderflow.command.stock.StockSamples.FOUR_COMMITTED;
import static io.orderflow.command.stock.StockSamples.FOUR_RELEASED;
import static io.orderflow.command.stock.StockSamples.FOUR_RESERVED;
import static io.orderflow.command.stock.StockSamples.ONE_COMMITTED;
import static io.orderflow.command.stock.StockSamples.ORDER;
import static io.orderflow.command.stock.StockSamples.OTHER_ORDER;
import static io.orderflow.command.stock.StockSamples.OTHER_SHIPMENT;
import static io.orderflow.command.stock.StockSamples.SHIPMENT;
import static io.orderflow.command.stock.StockSamples.SKU;
import static io.orderflow.command.stock.StockSamples.TEN_ON_HAND;
import static io.orderflow.command.stock.StockSamples.level;
import static io.orderflow.command.stock.StockSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.event.StockCommitted;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitStockTest {

    private final FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);

    @Test
    void commits_a_part_of_what_is_held() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED)
                .when(new CommitStock(SKU, ORDER, SHIPMENT, 1))
                .expectEvents(ONE_COMMITTED)
                .expectResultMessagePayload(2L);
    }

    @Test
    void commits_the_rest_with_another_shipment() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED)
                .when(new CommitStock(SKU, ORDER, OTHER_SHIPMENT, 3))
                .expectEvents(new StockCommitted(SKU, ORDER, OTHER_SHIPMENT, 3, level(10, 0, 4)));
    }

    @ParameterizedTest
    @MethodSource
    void repeating_it_for_a_shipment_does_nothing(List<Object> history) {
        fixture.given(history)
                .when(new CommitStock(SKU, ORDER, SHIPMENT, 1))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> repeating_it_for_a_shipment_does_nothing() {
        return Stream.of(
                List.of(TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED),
                List.of(TEN_ON_HAND, FOUR_RESERVED, FOUR_COMMITTED),
                List.of(
                        TEN_ON_HAND,
                        FOUR_RESERVED,
                        ONE_COMMITTED,
                        new StockCommitted(SKU, ORDER, OTHER_SHIPMENT, 3, level(10, 0, 4))));
    }

    @Test
    void is_refused_beyond_what_is_held() {
        refuses(ErrorCode.SHIPMENT_EXCEEDS_ORDER, OTHER_SHIPMENT, 4, TEN_ON_HAND, FOUR_RESERVED, ONE_COMMITTED);
    }

    @Test
    void is_refused_when_the_order_gave_its_units_back() {
        refuses(ErrorCode.SHIPMENT_EXCEEDS_ORDER, SHIPMENT, 1, TEN_ON_HAND, FOUR_RESERVED, FOUR_RELEASED);
    }

    @Test
    void is_refused_for_a_further_shipment_of_a_settled_order() {
        refuses(ErrorCode.SHIPMENT_EXCEEDS_ORDER, OTHER_SHIPMENT, 1, TEN_ON_HAND, FOUR_RESERVED, FOUR_COMMITTED);
    }

    @Test
    void is_refused_for_an_order_that_holds_nothing() {
        fixture.given(TEN_ON_HAND, FOUR_RESERVED)
                .when(new CommitStock(SKU, OTHER_ORDER, SHIPMENT, 1))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SHIPMENT_EXCEEDS_ORDER));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void is_refused_below_one_unit(long quantity) {
        refuses(ErrorCode.VALIDATION_FAILED, SHIPMENT, quantity, TEN_ON_HAND, FOUR_RESERVED);
    }

    private void refuses(ErrorCode code, UUID shipmentId, long quantity, Object... history) {
        fixture.given(history)
                .when(new CommitStock(SKU, ORDER, shipmentId, quantity))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
