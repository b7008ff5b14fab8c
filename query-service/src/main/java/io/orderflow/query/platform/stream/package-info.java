/** Server-sent events without a thread for each client. No read model's own types. */
@NullMarked
package io.orderflow.query.platform.stream;

import org.jspecify.annotations.NullMarked;
