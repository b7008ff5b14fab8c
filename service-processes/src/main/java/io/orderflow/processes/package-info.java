/**
 * Starts the packaged services, and databases for them, as processes of this machine. For what looks at them from outside:
 * system tests and benchmarks. It knows nothing of orders.
 */
@NullMarked
package io.orderflow.processes;

import org.jspecify.annotations.NullMarked;
