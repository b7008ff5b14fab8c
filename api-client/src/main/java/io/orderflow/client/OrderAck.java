package io.orderflow.client;

import java.util.UUID;

/**
 * A command about an order was carried out.
 *
 * @param orderId the order
 * @param version its version afterwards: the sequence number of its last event, from 0
 */
public record OrderAck(UUID orderId, long version) {}
