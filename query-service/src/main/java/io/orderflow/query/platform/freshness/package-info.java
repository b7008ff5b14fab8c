/**
 * How fresh an answer is: waiting until a read model holds what the caller has written, and saying how far it is behind.
 * No read model's own types.
 */
@NullMarked
package io.orderflow.query.platform.freshness;

import org.jspecify.annotations.NullMarked;
