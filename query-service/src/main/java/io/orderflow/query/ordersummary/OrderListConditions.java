package io.orderflow.query.ordersummary;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The filter and the sort as parts of a query about an {@link OrderSummaryRow} named {@code o}. Every text is a constant;
 * what the caller gave is a parameter.
 */
public final class OrderListConditions {

    private OrderListConditions() {}

    /**
     * What an order must fulfil.
     *
     * @param parameters takes the values of the conditions
     */
    public static List<String> of(FindOrders query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
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
        return conditions;
    }

    /** All of some conditions, with the word where; nothing for none. */
    public static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /**
     * The sort. Where the filter fixes one value, that column leads although it changes nothing: H2 then reads the rows in
     * the order of the index instead of sorting all that match.
     */
    public static String order(FindOrders query) {
        String direction = isDescending(query.sort()) ? " desc" : "";
        String sorted = "o." + attribute(query.sort()) + direction + ", o.orderId" + direction;
        if (isByOrderTime(query.sort()) && query.customerId() != null) {
            return "o.customerId" + direction + ", " + sorted;
        }
        return isByOrderTime(query.sort()) && query.statuses().size() == 1
                ? "o.status" + direction + ", " + sorted
                : sorted;
    }

    /** The attribute of the row that is sorted by. */
    public static String attribute(OrderSort sort) {
        return switch (sort) {
            case NEWEST_FIRST, OLDEST_FIRST -> "orderedAt";
            case CREATED_LAST_FIRST, CREATED_FIRST_FIRST -> "createdAt";
            case CHANGED_LAST_FIRST, CHANGED_FIRST_FIRST -> "updatedAt";
            case LARGEST_FIRST, SMALLEST_FIRST -> "total";
        };
    }

    /** Whether the largest value comes first, and among equal ones the largest id. */
    public static boolean isDescending(OrderSort sort) {
        return switch (sort) {
            case NEWEST_FIRST, CREATED_LAST_FIRST, CHANGED_LAST_FIRST, LARGEST_FIRST -> true;
            case OLDEST_FIRST, CREATED_FIRST_FIRST, CHANGED_FIRST_FIRST, SMALLEST_FIRST -> false;
        };
    }

    /** Whether it is the channel's time of the order that is sorted by. */
    public static boolean isByOrderTime(OrderSort sort) {
        return sort == OrderSort.NEWEST_FIRST || sort == OrderSort.OLDEST_FIRST;
    }
}
