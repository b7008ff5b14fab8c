/** What has happened to an order. Facts only; never edited, only added to. */
@NullMarked
package io.orderflow.api.order.event;

import org.jspecify.annotations.NullMarked;
