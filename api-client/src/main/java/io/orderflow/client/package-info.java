/** A typed client of the public HTTP API of both services. Knows routes and retries; no rules about orders. */
@NullMarked
package io.orderflow.client;

import org.jspecify.annotations.NullMarked;
