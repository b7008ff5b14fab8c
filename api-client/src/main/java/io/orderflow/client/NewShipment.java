package io.orderflow.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to record.
 *
 * @param items how many units of which line
 * @param carrier who carries it
 * @param trackingNumber the carrier's number
 * @param shippedAt the channel's own time of the shipment; null for now
 */
public record NewShipment(List<Item> items, String carrier, String trackingNumber, @Nullable Instant shippedAt) {

    /**
     * Units of one line.
     *
     * @param lineId the order line
     * @param quantity units, at least 1
     */
    public record Item(UUID lineId, int quantity) {}
}
