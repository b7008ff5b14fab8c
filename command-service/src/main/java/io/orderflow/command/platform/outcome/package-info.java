/** What became of a command, for a caller who was not told. Sends no commands. */
@NullMarked
package io.orderflow.command.platform.outcome;

import org.jspecify.annotations.NullMarked;
