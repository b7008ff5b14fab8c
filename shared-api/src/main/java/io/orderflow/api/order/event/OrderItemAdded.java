package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A line was added.
 *
 * @param orderId the order
 * @param line the new line
 * @param total the order's total with it
 */
@Revision("1")
public record OrderItemAdded(UUID orderId, OrderLine line, Money total) implements OrderEvent {}
