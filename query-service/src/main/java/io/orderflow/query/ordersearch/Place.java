package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.projection.Columns;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where an order stands among others by the channel's time. */
record Place(Instant orderedAt, UUID orderId) {

    private static final Comparator<Place> OLDEST_FIRST =
            Comparator.comparing(Place::orderedAt).thenComparing(Place::orderId, Columns.IDS);

    /** The direction of a sort. */
    static Comparator<Place> by(OrderSort sort) {
        return OrderListConditions.isDescending(sort) ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
    }
}
