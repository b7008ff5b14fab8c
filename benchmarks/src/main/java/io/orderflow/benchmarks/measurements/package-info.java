/** What is measured, one class each; Measurements is the list. */
@NullMarked
package io.orderflow.benchmarks.measurements;

import org.jspecify.annotations.NullMarked;
