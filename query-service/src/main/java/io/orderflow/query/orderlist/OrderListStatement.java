package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a statement about the list. Every text is a constant; what the caller gave is a parameter. */
final class OrderListStatement {

    static final String ROWS =
            "select o, c.name from OrderListRow o left join OrderListCustomerRow c on c.customerId = o.customerId";

    private OrderListStatement() {}

    static List<OrderSummary> summaries(TypedQuery<Tuple> rows) {
        return rows.getResultStream()
                .map(row -> row.get(0, OrderListRow.class).summary(row.get(1, String.class)))
                .toList();
    }

    static String where(FindOrders query, Map<String, Object> parameters) {
        return where(query, null, parameters);
    }

    /** The filter, and nothing before a place in the list. */
    static String where(FindOrders query, @Nullable OrderCursor after, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (after != null) {
            String column = column(query.sort());
            String beyond = isDescending(query.sort()) ? "<" : ">";
            // the first part alone lets a database start in the middle of an index
            conditions.add("o.%1$s %2$s= :place and (o.%1$s %2$s :place or o.orderId %2$s :placeId)"
                    .formatted(column, beyond));
            parameters.put("place", after.value());
            parameters.put("placeId", after.orderId());
        }
        if (query.customerId() != null) {
            conditions.add("o.customerId = :customer");
            parameters.put("customer", query.customerId());
        }
        if (query.statuses().size() == 1) {
            conditions.add("o.status = :status");
            parameters.put("status", query.statuses().iterator().next());
        } else if (!query.statuses().isEmpty()) {
            conditions.add("o.status in :statuses");
            parameters.put("statuses", query.statuses());
        }
        if (query.from() != null) {
            conditions.add("o.orderedAt >= :from");
            parameters.put("from", query.from());
        }
        if (query.to() != null) {
            conditions.add("o.orderedAt < :to");
            parameters.put("to", query.to());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /**
     * The sort. Where the filter fixes one value, that column leads although it changes nothing: H2 then reads the rows in
     * the order of the index instead of sorting all that match.
     */
    static String order(FindOrders query) {
        String direction = isDescending(query.sort()) ? " desc" : "";
        String sorted = "o." + column(query.sort()) + direction + ", o.orderId" + direction;
        boolean byOrderTime = query.sort() == OrderSort.NEWEST_FIRST || query.sort() == OrderSort.OLDEST_FIRST;
        if (byOrderTime && query.customerId() != null) {
            return "o.customerId" + direction + ", " + sorted;
        }
        return byOrderTime && query.statuses().size() == 1 ? "o.status" + direction + ", " + sorted : sorted;
    }

    private static String column(OrderSort sort) {
        return switch (sort) {
            case NEWEST_FIRST, OLDEST_FIRST -> "orderedAt";
            case CREATED_LAST_FIRST, CREATED_FIRST_FIRST -> "createdAt";
            case CHANGED_LAST_FIRST, CHANGED_FIRST_FIRST -> "updatedAt";
            case LARGEST_FIRST, SMALLEST_FIRST -> "total";
        };
    }

    private static boolean isDescending(OrderSort sort) {
        return switch (sort) {
            case NEWEST_FIRST, CREATED_LAST_FIRST, CHANGED_LAST_FIRST, LARGEST_FIRST -> true;
            case OLDEST_FIRST, CREATED_FIRST_FIRST, CHANGED_FIRST_FIRST, SMALLEST_FIRST -> false;
        };
    }
}
