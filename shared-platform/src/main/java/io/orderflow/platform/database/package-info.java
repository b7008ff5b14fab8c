/** Connections to databases, the same way for each of them. */
@NullMarked
package io.orderflow.platform.database;

import org.jspecify.annotations.NullMarked;
