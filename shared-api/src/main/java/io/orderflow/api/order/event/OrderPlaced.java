package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The order was placed; its lines are final and fulfilment starts.
 *
 * @param orderId the order
 * @param customerId who orders
 * @param lines the final lines
 * @param total what is to be paid
 * @param paymentToken a reference for the payment gateway; never card data
 */
@Revision("1")
public record OrderPlaced(UUID orderId, UUID customerId, List<OrderLine> lines, Money total, String paymentToken)
        implements OrderEvent {}
