package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.ordersummary.OrderListConditions;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where an order stands among others by the channel's time. */
record Place(Instant orderedAt, UUID orderId) {

    /** As the databases sort; the JDK compares the halves of an id as numbers with a sign. */
    static final Comparator<UUID> IDS = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Comparator<Place> OLDEST_FIRST =
            Comparator.comparing(Place::orderedAt).thenComparing(Place::orderId, IDS);

    /** The direction of a sort. */
    static Comparator<Place> by(OrderSort sort) {
        return OrderListConditions.isDescending(sort) ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
    }
}
