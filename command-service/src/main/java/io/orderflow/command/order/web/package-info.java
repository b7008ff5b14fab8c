/** The HTTP routes of orders, one class per use case. Checks form only; the rules are the Order aggregate's. */
@NullMarked
package io.orderflow.command.order.web;

import org.jspecify.annotations.NullMarked;
