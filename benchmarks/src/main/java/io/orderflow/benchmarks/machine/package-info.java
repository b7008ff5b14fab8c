/** What the machine is, whether it is quiet, and what processes use of it. */
@NullMarked
package io.orderflow.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
