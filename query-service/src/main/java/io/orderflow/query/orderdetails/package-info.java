/** The read model of one order in full, with its payment. Uses no other read model. */
@NullMarked
package io.orderflow.query.orderdetails;

import org.jspecify.annotations.NullMarked;
