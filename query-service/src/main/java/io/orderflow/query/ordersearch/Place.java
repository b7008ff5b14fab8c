package io.orderflow.query.ordersearch;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where an order stands among others by the channel's time. */
record Place(Instant orderedAt, UUID orderId) {

    /** As the databases sort; the JDK compares the halves of an id as numbers with a sign. */
    static final Comparator<Place> OLDEST_FIRST = Comparator.comparing(Place::orderedAt)
            .thenComparing(place -> place.orderId.getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(place -> place.orderId.getLeastSignificantBits(), Long::compareUnsigned);
}
