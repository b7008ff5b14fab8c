/** The payment gateway as a port, its simulated adapter, and what calls it. Decides nothing. */
@NullMarked
package io.orderflow.command.payment.gateway;

import org.jspecify.annotations.NullMarked;
