/** Measures both services from outside, beside references in the same run. No rule of the domain belongs here. */
@NullMarked
package io.orderflow.benchmarks;

import org.jspecify.annotations.NullMarked;
