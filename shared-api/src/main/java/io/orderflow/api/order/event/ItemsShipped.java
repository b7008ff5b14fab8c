package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.ShipmentLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Units left the house.
 *
 * @param orderId the order
 * @param shipmentId unique within the order
 * @param items what is in the shipment, one entry a line
 * @param amount value of the units shipped, in the order's currency; over all shipments it adds up to the total
 * @param carrier who carries it
 * @param trackingNumber the carrier's number
 * @param shippedAt the channel's own time of the shipment
 * @param complete whether nothing is left to ship
 */
@Revision("1")
public record ItemsShipped(
        UUID orderId,
        UUID shipmentId,
        List<ShipmentLine> items,
        Money amount,
        String carrier,
        String trackingNumber,
        Instant shippedAt,
        boolean complete)
        implements OrderEvent {}
