/** What the documents of both services are checked for. */
@NullMarked
package io.orderflow.platform.openapi;

import org.jspecify.annotations.NullMarked;
