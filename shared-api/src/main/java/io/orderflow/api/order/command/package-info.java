/** What may be asked of an order. Each command is decided by the Order aggregate. */
@NullMarked
package io.orderflow.api.order.command;

import org.jspecify.annotations.NullMarked;
