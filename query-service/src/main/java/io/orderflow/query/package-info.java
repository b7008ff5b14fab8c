/** The query service: one package per read model, and what they run on. */
@NullMarked
package io.orderflow.query;

import org.jspecify.annotations.NullMarked;
