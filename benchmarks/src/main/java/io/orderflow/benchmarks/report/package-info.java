/** Figures, their targets, and how both are shown. */
@NullMarked
package io.orderflow.benchmarks.report;

import org.jspecify.annotations.NullMarked;
