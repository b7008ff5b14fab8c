package io.orderflow.client;

import java.util.UUID;

/**
 * A line that an order shall have.
 *
 * @param lineId chosen by the caller, so that sending the line twice cannot make two of it
 * @param sku the product
 * @param productName the product's name as the buyer saw it
 * @param quantity units, at least 1
 * @param unitPrice price of one unit, up to six decimals
 */
public record NewLine(UUID lineId, String sku, String productName, int quantity, Money unitPrice) {

    /** A line with a random id. */
    public static NewLine of(String sku, String productName, int quantity, Money unitPrice) {
        return new NewLine(UUID.randomUUID(), sku, productName, quantity, unitPrice);
    }
}
