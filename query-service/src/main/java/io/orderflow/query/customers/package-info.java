/** The read model of customers. Uses no other read model. */
@NullMarked
package io.orderflow.query.customers;

import org.jspecify.annotations.NullMarked;
