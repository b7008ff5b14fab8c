package io.orderflow.api.customer.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** A customer's personal data is gone; read models blank the name and e-mail address. Final. */
@Revision("1")
public record CustomerErased(UUID customerId) implements CustomerEvent {}
