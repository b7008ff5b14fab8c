/** Values that the commands, events and answers about stock share. */
@NullMarked
package io.orderflow.api.stock;

import org.jspecify.annotations.NullMarked;
