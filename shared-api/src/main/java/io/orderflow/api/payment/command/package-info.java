/** What may be asked of a payment. Each command is decided by the Payment aggregate. */
@NullMarked
package io.orderflow.api.payment.command;

import org.jspecify.annotations.NullMarked;
