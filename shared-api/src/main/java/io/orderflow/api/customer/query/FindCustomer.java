package io.orderflow.api.customer.query;

import java.util.UUID;

/** Asks for one customer. Answered by a {@link CustomerView}, or by nothing when there is no such customer. */
public record FindCustomer(UUID customerId) {}
