/** The read model of orders as rows of a list, with filters and sorts. Uses no other read model. */
@NullMarked
package io.orderflow.query.orderlist;

import org.jspecify.annotations.NullMarked;
