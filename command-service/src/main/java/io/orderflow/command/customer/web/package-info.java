/** The HTTP routes of customers, one class per use case. Checks form only; the rules are the Customer aggregate's. */
@NullMarked
package io.orderflow.command.customer.web;

import org.jspecify.annotations.NullMarked;
