/** The payment of one order: what was authorised, taken and given back. Talking to a gateway does not belong here. */
@NullMarked
package io.orderflow.command.payment;

import org.jspecify.annotations.NullMarked;
