package io.orderflow.client;

/**
 * A command about a product's stock was carried out.
 *
 * @param sku the product
 * @param version its version afterwards
 * @param repeated whether that was done before, by the same request, so that nothing has happened now
 */
public record StockAck(String sku, long version, boolean repeated) {

    /** Carried out for the first time. */
    public StockAck(String sku, long version) {
        this(sku, version, false);
    }
}
