/** What holds for the OpenAPI description of every read. No words about a single route. */
@NullMarked
package io.orderflow.query.platform.openapi;

import org.jspecify.annotations.NullMarked;
