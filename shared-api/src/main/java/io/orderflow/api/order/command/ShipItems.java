package io.orderflow.api.order.command;

import io.orderflow.api.order.event.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ships units of a confirmed order; partial shipments are allowed.
 *
 * @param orderId the order
 * @param shipmentId unique within the order
 * @param items how many units of which line; quantities of one line add up
 * @param carrier who carries it
 * @param trackingNumber the carrier's number
 * @param shippedAt the channel's own time of the shipment, never in the future
 */
public record ShipItems(
        UUID orderId, UUID shipmentId, List<Item> items, String carrier, String trackingNumber, Instant shippedAt)
        implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }

    /**
     * Units of one line.
     *
     * @param lineId the order line
     * @param quantity units shipped, at least 1
     */
    public record Item(UUID lineId, int quantity) {}
}
