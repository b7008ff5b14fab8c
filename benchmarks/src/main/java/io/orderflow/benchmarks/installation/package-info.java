/** What is measured at: the services, their store, and the orders that are sent. */
@NullMarked
package io.orderflow.benchmarks.installation;

import org.jspecify.annotations.NullMarked;
