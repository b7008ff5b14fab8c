@NullMarked
package io.orderflow.benchmarks.load;

import org.jspecify.annotations.NullMarked;
