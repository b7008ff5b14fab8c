package io.orderflow.query.orderlist;

import java.util.UUID;

/** Asks for a customer's present name, if it is known. Answered by a string. */
record CustomerNameOf(UUID customerId) {}
