package io.orderflow.client;

import java.util.UUID;

/**
 * A command about a customer was carried out.
 *
 * @param customerId the customer
 * @param version its version afterwards
 */
public record CustomerAck(UUID customerId, long version) {}
