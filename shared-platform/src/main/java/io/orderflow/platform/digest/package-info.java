/** Digests of bytes. */
@NullMarked
package io.orderflow.platform.digest;

import org.jspecify.annotations.NullMarked;
