/** What may be asked about customers, and the answers' shapes. */
@NullMarked
package io.orderflow.api.customer.query;

import org.jspecify.annotations.NullMarked;
