/** What has happened to a payment. */
@NullMarked
package io.orderflow.api.payment.event;

import org.jspecify.annotations.NullMarked;
