package io.orderflow.query.platform.projection;

import java.util.UUID;

/**
 * Shares out a sum among several rows in the way in which Axon shares events out among segments, so that up to as many
 * segments as there are parts never meet in a row.
 */
public final class Parts {

    /** How many; a power of two, as numbers of segments are. */
    public static final int COUNT = 8;

    private Parts() {}

    /** The part of an order: the low bits of the hash by which Axon chooses the segment of the order's events. */
    public static int of(UUID orderId) {
        return orderId.toString().hashCode() & (COUNT - 1);
    }
}
