/** What may be asked about stock levels, and the answers' shapes. */
@NullMarked
package io.orderflow.api.stock.query;

import org.jspecify.annotations.NullMarked;
