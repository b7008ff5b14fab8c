/** Axon's wiring of the query service: data sources, tokens, processors. No domain types. */
@NullMarked
package io.orderflow.query.platform.axon;

import org.jspecify.annotations.NullMarked;
