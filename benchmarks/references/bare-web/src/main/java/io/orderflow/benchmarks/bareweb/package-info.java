/** What Spring Boot can do at most: it answers, and does nothing. Nothing may be set or added here. */
@NullMarked
package io.orderflow.benchmarks.bareweb;

import org.jspecify.annotations.NullMarked;
