package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A line has another quantity.
 *
 * @param orderId the order
 * @param lineId the line
 * @param quantity its new quantity
 * @param total the order's new total
 */
@Revision("1")
public record ItemQuantityChanged(UUID orderId, UUID lineId, int quantity, Money total) implements OrderEvent {}
