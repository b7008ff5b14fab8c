/** What every projection shares: order within a stream, redelivery, values as columns. No read model's own types. */
@NullMarked
package io.orderflow.query.platform.projection;

import org.jspecify.annotations.NullMarked;
