package io.orderflow.api.stock;

/**
 * The stock of one product. Reserved and committed together never exceed what is on hand.
 *
 * @param onHand units ever received, less those written off
 * @param reserved units promised to placed orders
 * @param committed units shipped
 */
public record StockLevel(long onHand, long reserved, long committed) {

    /** Units that can still be promised. */
    public long available() {
        return onHand - reserved - committed;
    }
}
