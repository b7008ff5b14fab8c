package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.projection.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** An order that was looked at and is an answer, with everything that answers are sorted by. */
record Match(UUID orderId, Instant orderedAt, Instant createdAt, Instant updatedAt, BigDecimal total) {

    /** The order asked for. */
    static Comparator<Match> by(OrderSort sort) {
        Comparator<Match> ascending =
                switch (sort) {
                    case NEWEST_FIRST, OLDEST_FIRST -> Comparator.comparing(Match::orderedAt);
                    case CREATED_LAST_FIRST, CREATED_FIRST_FIRST -> Comparator.comparing(Match::createdAt);
                    case CHANGED_LAST_FIRST, CHANGED_FIRST_FIRST -> Comparator.comparing(Match::updatedAt);
                    case LARGEST_FIRST, SMALLEST_FIRST -> Comparator.comparing(Match::total);
                };
        ascending = ascending.thenComparing(Match::orderId, Columns.IDS);
        return OrderListConditions.isDescending(sort) ? ascending.reversed() : ascending;
    }
}
