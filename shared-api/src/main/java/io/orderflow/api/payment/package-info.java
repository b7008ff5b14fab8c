/** Values that the commands, events and answers about payments share. */
@NullMarked
package io.orderflow.api.payment;

import org.jspecify.annotations.NullMarked;
