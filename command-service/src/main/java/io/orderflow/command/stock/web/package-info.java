/** The HTTP routes of stock, one class per use case. Checks form only; the rules are the ProductStock aggregate's. */
@NullMarked
package io.orderflow.command.stock.web;

import org.jspecify.annotations.NullMarked;
