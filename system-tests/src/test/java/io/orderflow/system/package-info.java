/** Both services as real processes, tried from outside through their public API. */
@NullMarked
package io.orderflow.system;

import org.jspecify.annotations.NullMarked;
