/** The durable event store that both services share, and how a reader learns of new events. No domain types. */
@NullMarked
package io.orderflow.platform.eventstore;

import org.jspecify.annotations.NullMarked;
