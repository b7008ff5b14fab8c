/** Values that the commands, events and answers about orders share. */
@NullMarked
package io.orderflow.api.order;

import org.jspecify.annotations.NullMarked;
