/** What may be asked of a customer. Each command is decided by the Customer aggregate. */
@NullMarked
package io.orderflow.api.customer.command;

import org.jspecify.annotations.NullMarked;
