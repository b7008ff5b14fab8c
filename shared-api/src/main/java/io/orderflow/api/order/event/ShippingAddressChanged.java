package io.orderflow.api.order.event;

import io.orderflow.api.order.Address;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The order ships to another address. */
@Revision("1")
public record ShippingAddressChanged(UUID orderId, Address shippingAddress) implements OrderEvent {}
