package io.orderflow.query.orderlist;

import java.util.UUID;

/** Asks whether a customer is registered, or has been, or has an order. Answered by a boolean. */
record CustomerIsKnown(UUID customerId) {}
