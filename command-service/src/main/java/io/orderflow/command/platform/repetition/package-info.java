/** What makes commands safe to repeat: how an aggregate remembers the requests it has answered. No HTTP, no domain. */
@NullMarked
package io.orderflow.command.platform.repetition;

import org.jspecify.annotations.NullMarked;
