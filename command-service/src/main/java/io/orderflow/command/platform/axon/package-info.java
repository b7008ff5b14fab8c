/** Axon's wiring of the command service: buses, stores, snapshots. No domain types. */
@NullMarked
package io.orderflow.command.platform.axon;

import org.jspecify.annotations.NullMarked;
