package io.orderflow.api.order;

import java.util.UUID;

/**
 * How much of one order line goes into a shipment.
 *
 * @param lineId the order line
 * @param sku the line's SKU
 * @param quantity units in this shipment, at least 1
 */
public record ShipmentLine(UUID lineId, String sku, int quantity) {}
