package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A line was removed.
 *
 * @param orderId the order
 * @param lineId the line
 * @param total the order's total without it
 */
@Revision("1")
public record OrderItemRemoved(UUID orderId, UUID lineId, Money total) implements OrderEvent {}
