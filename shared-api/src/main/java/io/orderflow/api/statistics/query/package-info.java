/** What may be asked about sales and fulfilment over many orders, and the answers' shapes. */
@NullMarked
package io.orderflow.api.statistics.query;

import org.jspecify.annotations.NullMarked;
