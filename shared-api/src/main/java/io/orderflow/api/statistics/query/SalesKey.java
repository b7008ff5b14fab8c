package io.orderflow.api.statistics.query;

import io.orderflow.api.order.OrderStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the sales is about. Holds what belongs to the {@link SalesBy} asked for; the rest is null.
 *
 * @param start the day, or the first day of the week or month; also where the span of time asked for starts later
 * @param sku the product
 * @param productName the product's name in the latest order of the span
 * @param customerId the customer
 * @param customerName the customer's present name; null while the customer is not registered, or erased
 * @param city the city that was shipped to
 * @param country the city's country, as the channel writes it
 * @param status the orders' present state
 */
public record SalesKey(
        @Nullable LocalDate start,
        @Nullable String sku,
        @Nullable String productName,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable String city,
        @Nullable String country,
        @Nullable OrderStatus status) {

    /** A day, or a week or month by its first day. */
    public static SalesKey ofPeriod(LocalDate start) {
        return new SalesKey(start, null, null, null, null, null, null, null);
    }

    /** A product. */
    public static SalesKey ofProduct(String sku, String productName) {
        return new SalesKey(null, sku, productName, null, null, null, null, null);
    }

    /** A customer. */
    public static SalesKey ofCustomer(UUID customerId, @Nullable String customerName) {
        return new SalesKey(null, null, null, customerId, customerName, null, null, null);
    }

    /** A city. */
    public static SalesKey ofCity(String city, String country) {
        return new SalesKey(null, null, null, null, null, city, country, null);
    }

    /** A state. */
    public static SalesKey ofStatus(OrderStatus status) {
        return new SalesKey(null, null, null, null, null, null, null, status);
    }
}
