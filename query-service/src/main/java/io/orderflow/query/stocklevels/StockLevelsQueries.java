package io.orderflow.query.stocklevels;

import io.orderflow.api.stock.query.FindReservations;
import io.orderflow.api.stock.query.FindStockLevel;
import io.orderflow.api.stock.query.FindStockLevels;
import io.orderflow.api.stock.query.ReservationPage;
import io.orderflow.api.stock.query.ReservationView;
import io.orderflow.api.stock.query.StockPage;
import io.orderflow.api.stock.query.StockView;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about stock. Shows registered products only. */
@Component
class StockLevelsQueries {

    private static final String REGISTERED = "from StockLevelRow s where s.productName is not null";
    private static final String LOW = REGISTERED + " and s.available <= :low";

    private static final String RESERVATIONS = "from StockReservationRow r where r.key.sku = :sku";

    private final EntityManager entities;

    StockLevelsQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<StockView> handle(FindStockLevel query) {
        return Optional.ofNullable(entities.find(StockLevelRow.class, query.sku()))
                .filter(StockLevelRow::isRegistered)
                .map(StockLevelRow::view);
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public StockPage handle(FindStockLevels query) {
        Paging paging = new Paging(query.page(), query.pageSize());
        List<StockView> items = items(query, paging);
        long total = paging.totalFrom(items.size()).orElseGet(() -> select("select count(*) ", query, "", Long.class)
                .getSingleResult());
        return new StockPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<ReservationPage> handle(FindReservations query) {
        Paging paging = new Paging(query.page(), query.pageSize());
        List<ReservationView> items = !paging.isReachable()
                ? List.of()
                : entities.createQuery(
                                "select r " + RESERVATIONS + " order by r.reservedAt, r.key.orderId",
                                StockReservationRow.class)
                        .setParameter("sku", query.sku())
                        .setFirstResult(paging.offset())
                        .setMaxResults(paging.pageSize())
                        .getResultStream()
                        .map(StockReservationRow::view)
                        .toList();
        long total = paging.totalFrom(items.size())
                .orElseGet(() -> entities.createQuery("select count(*) " + RESERVATIONS, Long.class)
                        .setParameter("sku", query.sku())
                        .getSingleResult());
        return total == 0 && !isRegistered(query.sku())
                ? Optional.empty()
                : Optional.of(
                        new ReservationPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total)));
    }

    private boolean isRegistered(String sku) {
        StockLevelRow level = entities.find(StockLevelRow.class, sku);
        return level != null && level.isRegistered();
    }

    private List<StockView> items(FindStockLevels query, Paging paging) {
        if (!paging.isReachable()) {
            return List.of();
        }
        return select("select s ", query, " order by s.sku", StockLevelRow.class)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.pageSize())
                .getResultStream()
                .map(StockLevelRow::view)
                .toList();
    }

    private <T> TypedQuery<T> select(String what, FindStockLevels query, String order, Class<T> type) {
        if (query.low() == null) {
            return entities.createQuery(what + REGISTERED + order, type);
        }
        return entities.createQuery(what + LOW + order, type).setParameter("low", query.low());
    }
}
