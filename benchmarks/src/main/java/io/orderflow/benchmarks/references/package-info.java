/** What the figures are compared with, one class each, measured in the same run. */
@NullMarked
package io.orderflow.benchmarks.references;

import org.jspecify.annotations.NullMarked;
