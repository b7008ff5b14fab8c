/**
 * Generations of read models: each has a schema with its tables, a processor and its tokens. One is live; another one is built
 * beside it and takes its place when it has caught up.
 */
@NullMarked
package io.orderflow.query.platform.generation;

import org.jspecify.annotations.NullMarked;
