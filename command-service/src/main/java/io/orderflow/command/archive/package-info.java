/** Moves events from one mode to another, by way of a file. No domain types. */
@NullMarked
package io.orderflow.command.archive;

import org.jspecify.annotations.NullMarked;
