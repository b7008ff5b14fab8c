/** The stock of one product: what is on hand and to whom it is promised. Knows orders by their id only. */
@NullMarked
package io.orderflow.command.stock;

import org.jspecify.annotations.NullMarked;
