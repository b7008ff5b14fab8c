package io.orderflow.api.order;

import io.orderflow.api.money.Money;
import java.util.UUID;

/**
 * One line of an order. Two lines of one order may have the same SKU.
 *
 * @param lineId unique within the order
 * @param sku the product's stock keeping unit
 * @param productName the product's name at the time of the order
 * @param quantity units ordered, at least 1
 * @param unitPrice price of one unit, frozen, up to six decimals
 */
public record OrderLine(UUID lineId, String sku, String productName, int quantity, Money unitPrice) {

    /** Quantity times unit price, rounded half-even to the currency's scale. */
    public Money total() {
        return unitPrice.times(quantity);
    }

    /** The same line with another quantity. */
    public OrderLine withQuantity(int newQuantity) {
        return new OrderLine(lineId, sku, productName, newQuantity, unitPrice);
    }
}
