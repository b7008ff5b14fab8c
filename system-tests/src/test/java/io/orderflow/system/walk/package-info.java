/**
 * A random walk through the public API, and what it must lead to: told by hand from the acknowledged commands, with nothing
 * but the JDK's own types.
 */
@NullMarked
package io.orderflow.system.walk;

import org.jspecify.annotations.NullMarked;
