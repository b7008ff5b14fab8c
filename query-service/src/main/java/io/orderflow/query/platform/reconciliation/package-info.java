/**
 * Compares what the read models hold with the event store, and mends what differs. No read model's own types.
 */
@NullMarked
package io.orderflow.query.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
