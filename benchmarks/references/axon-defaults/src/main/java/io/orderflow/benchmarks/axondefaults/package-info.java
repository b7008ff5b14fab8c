/**
 * The same kind of order as one would write it first, on the defaults of Axon and Spring: one process, JPA for the event
 * store and for the list. Nothing may be tuned here; what must be set is said in {@code application.yml}.
 */
@NullMarked
package io.orderflow.benchmarks.axondefaults;

import org.jspecify.annotations.NullMarked;
