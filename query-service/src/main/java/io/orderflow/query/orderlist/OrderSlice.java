package io.orderflow.query.orderlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.api.order.query.OrderSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, read by cursor.
 *
 * @param items the orders
 * @param pageSize how many were asked for
 * @param nextCursor where to go on; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderSlice(List<OrderSummary> items, int pageSize, @Nullable String nextCursor) {}
