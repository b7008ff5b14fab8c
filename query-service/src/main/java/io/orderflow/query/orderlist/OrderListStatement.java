package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.ordersummary.OrderListConditions;
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

    /** The filter, and nothing before a place in the list. */
    static String where(FindOrders query, @Nullable OrderCursor after, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (after != null) {
            String column = OrderListConditions.attribute(query.sort());
            String beyond = OrderListConditions.isDescending(query.sort()) ? "<" : ">";
            // the first part alone lets a database start in the middle of an index
            conditions.add("o.%1$s %2$s= :place and (o.%1$s %2$s :place or o.orderId %2$s :placeId)"
                    .formatted(column, beyond));
            parameters.put("place", after.value());
            parameters.put("placeId", after.orderId());
        }
        conditions.addAll(OrderListConditions.of(query, parameters));
        return OrderListConditions.where(conditions);
    }
}
