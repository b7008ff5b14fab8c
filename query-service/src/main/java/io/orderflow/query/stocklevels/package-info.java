/** The read model of stock by product. Uses no other read model. */
@NullMarked
package io.orderflow.query.stocklevels;

import org.jspecify.annotations.NullMarked;
