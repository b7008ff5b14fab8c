/** The process that takes a placed order to its confirmation and shipment, or undoes what it did. */
@NullMarked
package io.orderflow.command.fulfilment;

import org.jspecify.annotations.NullMarked;
