package io.orderflow.api.customer.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** A customer is known. */
@Revision("1")
public record CustomerRegistered(UUID customerId, String name, String email) implements CustomerEvent {}
