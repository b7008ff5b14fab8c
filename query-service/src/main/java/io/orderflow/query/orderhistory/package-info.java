/**
 * The read model of what has happened to an order, and of how the order stood at any moment before. Keeps the events
 * themselves, as the store had them, and tells them again when it is asked. Uses no other read model, nor the event store.
 */
@NullMarked
package io.orderflow.query.orderhistory;

import org.jspecify.annotations.NullMarked;
