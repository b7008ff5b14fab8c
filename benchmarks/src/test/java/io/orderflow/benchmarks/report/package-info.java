@NullMarked
package io.orderflow.benchmarks.report;

import org.jspecify.annotations.NullMarked;
