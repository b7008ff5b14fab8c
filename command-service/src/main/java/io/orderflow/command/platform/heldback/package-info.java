/** Events that a process cannot handle, however often it tries: they hold back their own order, and no other. */
@NullMarked
package io.orderflow.command.platform.heldback;

import org.jspecify.annotations.NullMarked;
