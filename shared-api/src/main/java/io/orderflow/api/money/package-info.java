/** Amounts of money with their currency. No rules about orders. */
@NullMarked
package io.orderflow.api.money;

import org.jspecify.annotations.NullMarked;
