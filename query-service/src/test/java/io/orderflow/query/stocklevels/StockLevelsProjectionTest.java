package io.orderflow.query.stocklevels;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.api.stock.query.FindReservations;
import io.orderflow.api.stock.query.FindStockLevel;
import io.orderflow.api.stock.query.FindStockLevels;
import io.orderflow.api.stock.query.ReservationPage;
import io.orderflow.api.stock.query.StockPage;
import io.orderflow.api.stock.query.StockView;
import io.orderflow.query.platform.projection.ProjectionContract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockLevelsProjectionTest extends ProjectionContract {

    @Autowired
    private StockLevelsQueries queries;

    @Override
    protected Class<?> projection() {
        return StockLevelsProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(StockEvent.class);
    }

    @Override
    protected List<Object> history() {
        return List.of(
                registered("A-1", 10),
                new StockReservationRefused("B-2", id(1), 3, 0),
                new StockReserved("A-1", id(1), 4, new StockLevel(10, 4, 0)),
                new StockReservationRefused("A-1", id(2), 7, 6),
                new StockReserved("A-1", id(3), 5, new StockLevel(10, 9, 0)),
                registered("B-2", 2),
                new StockReleased("A-1", id(3), 5, new StockLevel(10, 4, 0)),
                new StockCommitted("A-1", id(1), id(9), 3, new StockLevel(10, 1, 3)),
                new StockAdjusted("A-1", -5, "broken", new StockLevel(5, 1, 3)),
                new StockReservationRefused("C-3", id(4), 1, 0));
    }

    @Test
    void shows_the_level_after_the_last_event() {
        history().forEach(feed::publish);
        assertThat(queries.handle(new FindStockLevel("A-1")))
                .contains(new StockView("A-1", "Product A-1", StockUnit.PIECE, 5, 1, 3, 1, START.plusSeconds(8), 6));
    }

    @Test
    void shows_a_product_only_once_it_is_registered() {
        feed.publish(new StockReservationRefused("B-2", id(1), 3, 0));
        assertThat(queries.handle(new FindStockLevel("B-2"))).isEmpty();
        assertThat(find(null, 1, 10)).isEqualTo(new StockPage(List.of(), 0, 1, 10, 0));

        feed.publish(registered("B-2", 2));
        assertThat(queries.handle(new FindStockLevel("B-2")))
                .contains(new StockView("B-2", "Product B-2", StockUnit.PIECE, 2, 0, 0, 2, START.plusSeconds(1), 1));
    }

    @Test
    void a_refusal_moves_the_version_and_nothing_else() {
        feed.publish(registered("A-1", 10), new StockReservationRefused("A-1", id(1), 11, 10));
        assertThat(queries.handle(new FindStockLevel("A-1")))
                .contains(new StockView("A-1", "Product A-1", StockUnit.PIECE, 10, 0, 0, 10, START.plusSeconds(1), 1));
    }

    @Test
    void shows_what_holds_the_reserved_units() {
        history().forEach(feed::publish);
        ReservationPage page =
                queries.handle(new FindReservations("A-1", 1, 10)).orElseThrow();

        assertThat(page.items()).singleElement().satisfies(held -> {
            assertThat(held.orderId()).isEqualTo(id(1));
            assertThat(held.quantity()).isEqualTo(1);
        });
        assertThat(page.total()).isOne();
        assertThat(queries.handle(new FindReservations("nothing", 1, 10))).isEmpty();
    }

    @Test
    void lists_by_sku_page_by_page() {
        List.of("C", "A", "E", "B", "D").forEach(sku -> feed.publish(registered(sku, 1)));
        assertThat(find(null, 1, 2).items()).extracting(StockView::sku).containsExactly("A", "B");
        assertThat(find(null, 3, 2).items()).extracting(StockView::sku).containsExactly("E");
        assertThat(find(null, 1, 2).total()).isEqualTo(5);
        assertThat(find(null, 9, 2)).isEqualTo(new StockPage(List.of(), 5, 9, 2, 3));
    }

    @Test
    void lists_only_what_is_low() {
        feed.publish(registered("A", 0), registered("B", 3), registered("C", 4));
        assertThat(find(3L, 1, 10).items()).extracting(StockView::sku).containsExactly("A", "B");
        assertThat(find(3L, 2, 1).total()).isEqualTo(2);
    }

    private StockPage find(@Nullable Long low, int page, int pageSize) {
        return queries.handle(new FindStockLevels(low, page, pageSize));
    }

    private static StockRegistered registered(String sku, long onHand) {
        return new StockRegistered(sku, "Product " + sku, new StockLevel(onHand, 0, 0), StockUnit.PIECE);
    }
}
