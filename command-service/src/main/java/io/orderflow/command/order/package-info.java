/** The order: its lines, money, states and shipments. Stock and payment are decided elsewhere. */
@NullMarked
package io.orderflow.command.order;

import org.jspecify.annotations.NullMarked;
