/** What may be asked of the stock of one product. Each command is decided by the ProductStock aggregate. */
@NullMarked
package io.orderflow.api.stock.command;

import org.jspecify.annotations.NullMarked;
