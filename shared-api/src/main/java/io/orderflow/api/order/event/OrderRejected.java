package io.orderflow.api.order.event;

import io.orderflow.api.order.RejectionReason;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The order could not be fulfilled. Final.
 *
 * @param orderId the order
 * @param reason why
 * @param sku the product that is out of stock, when that is the reason
 * @param detail one sentence for a person
 */
@Revision("1")
public record OrderRejected(UUID orderId, RejectionReason reason, @Nullable String sku, String detail)
        implements OrderEvent {}
