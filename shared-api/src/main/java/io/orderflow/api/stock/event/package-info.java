/** What has happened to the stock of one product. */
@NullMarked
package io.orderflow.api.stock.event;

import org.jspecify.annotations.NullMarked;
