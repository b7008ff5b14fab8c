package io.orderflow.query.salesstatistics;

import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.api.statistics.query.SalesPage;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.projection.TimeSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads sales by product, customer and city, from the rows of the single orders of the span of time: of products and
 * customers a day has nearly as many as it has orders, so that sums kept by day would save nothing. What such a question
 * costs grows with the span.
 */
@Component
class SalesByKey {

    private static final String SELECT = "select r.currency, count(*),"
            + " coalesce(sum(r.units) filter (where r.outcome = SOLD), 0),"
            + " coalesce(sum(r.total) filter (where r.outcome = SOLD), 0bd) as revenue,"
            + " count(*) filter (where r.outcome = CANCELLED),"
            + " count(*) filter (where r.outcome = REJECTED),"
            + " count(*) over (), ";
    private static final String PLACED = " r where r.outcome is not null";
    private static final String LARGEST_FIRST = " order by r.currency, revenue desc, ";
    private static final int GROUPS = 6;
    private static final int KEY = 7;

    private static final String NAME = "select r.productName from SalesProductRow r where r.sku = :sku";
    /** Leads with the SKU, which changes nothing: H2 then reads one row by the index instead of sorting all that match. */
    private static final String LATEST_FIRST = " order by r.sku desc, r.orderedAt desc, r.key.orderId desc";

    private final EntityManager entities;

    SalesByKey(EntityManager entities) {
        this.entities = entities;
    }

    SalesPage byProduct(FindSales query, TimeSpan span) {
        return page(query, statement("SalesProductRow", "r.sku", span), span, row -> {
            String sku = row.get(KEY, String.class);
            return SalesKey.ofProduct(sku, latestName(sku, span));
        });
    }

    SalesPage byCustomer(FindSales query, TimeSpan span) {
        return page(query, statement("SalesOrderRow", "r.customerId", span), span, row -> {
            UUID customerId = row.get(KEY, UUID.class);
            return SalesKey.ofCustomer(customerId, presentName(customerId));
        });
    }

    SalesPage byCity(FindSales query, TimeSpan span) {
        return page(
                query,
                statement("SalesOrderRow", "r.city, r.country", span),
                span,
                row -> SalesKey.ofCity(row.get(KEY, String.class), row.get(KEY + 1, String.class)));
    }

    private static String statement(String entity, String key, TimeSpan span) {
        return SELECT + key + " from " + entity + PLACED + span.condition("r") + " group by r.currency, " + key
                + LARGEST_FIRST + key;
    }

    private SalesPage page(FindSales query, String statement, TimeSpan span, Function<Tuple, SalesKey> key) {
        Paging paging = new Paging(query.page(), query.pageSize());
        List<Tuple> rows = paging.isReachable() ? rows(statement, span, paging.offset(), paging.pageSize()) : List.of();
        List<SalesFigures> items = rows.stream()
                .map(row -> tally(row).figures(key.apply(row), row.get(0, String.class)))
                .toList();
        // each row tells how many there are; on a page behind the last one there is none to tell
        long total = (rows.isEmpty() && paging.page() > 1 ? rows(statement, span, 0, 1) : rows)
                .stream().findFirst().map(row -> row.get(GROUPS, Long.class)).orElse(0L);
        return new SalesPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total));
    }

    private List<Tuple> rows(String statement, TimeSpan span, int offset, int most) {
        return span.bind(entities.createQuery(statement, Tuple.class))
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList();
    }

    private static Tally tally(Tuple row) {
        return new Tally(
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, BigDecimal.class),
                row.get(4, Long.class),
                row.get(5, Long.class));
    }

    private String latestName(String sku, TimeSpan span) {
        return span.bind(entities.createQuery(NAME + span.condition("r") + LATEST_FIRST, String.class))
                .setParameter("sku", sku)
                .setMaxResults(1)
                .getSingleResult();
    }

    private @Nullable String presentName(UUID customerId) {
        SalesCustomerRow customer = entities.find(SalesCustomerRow.class, customerId);
        return customer == null ? null : customer.name();
    }
}
