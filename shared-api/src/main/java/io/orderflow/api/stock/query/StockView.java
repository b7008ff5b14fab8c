package io.orderflow.api.stock.query;

import io.orderflow.api.stock.StockUnit;
import java.time.Instant;

/**
 * The stock of one product.
 *
 * @param sku the product
 * @param productName its name
 * @param unit what one unit is
 * @param onHand units ever received, less those written off
 * @param reserved units promised to placed orders
 * @param committed units shipped
 * @param available units that can still be promised
 * @param updatedAt when the last change was recorded
 * @param version sequence number of the product's last event, from 0
 */
public record StockView(
        String sku,
        String productName,
        StockUnit unit,
        long onHand,
        long reserved,
        long committed,
        long available,
        Instant updatedAt,
        long version) {}
