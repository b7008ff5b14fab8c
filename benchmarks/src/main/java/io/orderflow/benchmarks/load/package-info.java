/** Sends requests and takes their times. It knows nothing of orders. */
@NullMarked
package io.orderflow.benchmarks.load;

import org.jspecify.annotations.NullMarked;
