/**
 * The read model that finds orders by words. Uses no other read model: it keeps the columns of the list's rows itself, so
 * that each of the two can be rebuilt alone, and neither ever shows an order that the other has not reached yet.
 */
@NullMarked
package io.orderflow.query.ordersearch;

import org.jspecify.annotations.NullMarked;
