/** For tests of the mode with Axon Server, where there is none. */
@NullMarked
package io.orderflow.platform.axonserver;

import org.jspecify.annotations.NullMarked;
