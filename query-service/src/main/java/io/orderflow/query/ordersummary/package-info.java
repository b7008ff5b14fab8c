/**
 * An order as one row of a list: its columns, and the filters and sorts that every route with such a list takes. Shared by
 * the read models that answer with {@code OrderSummary}; not a read model itself, it has no table and no processing group.
 */
@NullMarked
package io.orderflow.query.ordersummary;

import org.jspecify.annotations.NullMarked;
