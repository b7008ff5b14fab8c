/** Dead letters: events that a projection could not handle, kept aside with all that follow in their sequence. */
@NullMarked
package io.orderflow.query.platform.deadletter;

import org.jspecify.annotations.NullMarked;
