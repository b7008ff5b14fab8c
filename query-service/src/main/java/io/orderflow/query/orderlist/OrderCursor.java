package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a sorted list: behind one order. Unlike a page number it stays where it is when orders are added before it.
 *
 * @param sort how the list is sorted
 * @param value what the order had in the column that is sorted by, an instant or an amount
 * @param orderId the order, which decides among equal values
 */
record OrderCursor(OrderSort sort, Comparable<?> value, UUID orderId) {

    private static final String SEPARATOR = "|";

    static OrderCursor behind(OrderSummary order, OrderSort sort) {
        Comparable<?> value =
                switch (sort) {
                    case NEWEST_FIRST, OLDEST_FIRST -> order.orderedAt();
                    case CREATED_LAST_FIRST, CREATED_FIRST_FIRST -> order.createdAt();
                    case CHANGED_LAST_FIRST, CHANGED_FIRST_FIRST -> order.updatedAt();
                    case LARGEST_FIRST, SMALLEST_FIRST -> order.total().amount();
                };
        return new OrderCursor(sort, value, order.orderId());
    }

    /** As it is handed to clients, who are not to look inside. */
    String encoded() {
        String text = String.join(SEPARATOR, sort.name(), value.toString(), orderId.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #encoded} gave; empty if it is anything else. */
    static Optional<OrderCursor> decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 4);
            if (parts.length != 3) {
                return Optional.empty();
            }
            OrderSort sort = OrderSort.valueOf(parts[0]);
            Comparable<?> value =
                    switch (sort) {
                        case LARGEST_FIRST, SMALLEST_FIRST -> new BigDecimal(parts[1]);
                        default -> Instant.parse(parts[1]);
                    };
            return Optional.of(new OrderCursor(sort, value, UUID.fromString(parts[2])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
