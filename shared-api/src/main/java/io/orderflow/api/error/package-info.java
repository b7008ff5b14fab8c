/** The stable codes of every refusal, and what travels with one. No HTTP types. */
@NullMarked
package io.orderflow.api.error;

import org.jspecify.annotations.NullMarked;
