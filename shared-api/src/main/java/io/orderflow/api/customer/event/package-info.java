/** What has happened to a customer. */
@NullMarked
package io.orderflow.api.customer.event;

import org.jspecify.annotations.NullMarked;
