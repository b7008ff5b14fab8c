/** The read model of sales and fulfilment over many orders. Shows no single order, and uses no other read model. */
@NullMarked
package io.orderflow.query.salesstatistics;

import org.jspecify.annotations.NullMarked;
