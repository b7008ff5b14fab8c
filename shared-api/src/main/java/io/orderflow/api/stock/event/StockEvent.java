package io.orderflow.api.stock.event;

/** A fact about the stock of one product, in the product's own stream. */
public sealed interface StockEvent
        permits StockAdjusted, StockCommitted, StockRegistered, StockReleased, StockReservationRefused, StockReserved {

    /** The product it is about. */
    String sku();

    /** The name of the event stream of a product: {@code stock-} and its SKU. */
    static String streamOf(String sku) {
        return "stock-" + sku;
    }
}
