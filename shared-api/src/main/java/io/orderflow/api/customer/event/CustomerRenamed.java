package io.orderflow.api.customer.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** A customer has another name. */
@Revision("1")
public record CustomerRenamed(UUID customerId, String name) implements CustomerEvent {}
