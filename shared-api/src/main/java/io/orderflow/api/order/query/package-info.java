/** What may be asked about orders, and the answers' shapes. */
@NullMarked
package io.orderflow.api.order.query;

import org.jspecify.annotations.NullMarked;
