/** Durable deadlines, kept in the database by db-scheduler. No domain types. */
@NullMarked
package io.orderflow.command.platform.deadline;

import org.jspecify.annotations.NullMarked;
