package io.orderflow.command.order.web;

import io.orderflow.api.order.OrderLine;
import io.orderflow.command.platform.dispatch.IdSource;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as a channel sends it.
 *
 * @param lineId its id, unique within the order; made if left out
 * @param sku the product's stock keeping unit
 * @param productName the product's name, kept as it is now
 * @param quantity units ordered
 * @param unitPrice price of one unit, kept as it is now
 */
record ItemRequest(
        @Nullable UUID lineId,
        @NotNull @PlainText(max = 64, trimmed = true) String sku,
        @NotNull @PlainText(max = 200) String productName,
        @NotNull @Min(1) @Max(MAX_QUANTITY) Integer quantity,
        @NotNull @Valid MoneyRequest unitPrice) {

    static final int MAX_QUANTITY = 1_000_000;

    OrderLine toLine(IdSource ids) {
        return new OrderLine(lineId == null ? ids.next() : lineId, sku, productName, quantity, unitPrice.toMoney());
    }
}
