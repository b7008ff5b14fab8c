package io.orderflow.cli.importer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of the file that could be read.
 *
 * @param number line number in the file, the header being line 1
 * @param order what all lines of an order must agree on
 * @param rowId the file's id of the line
 * @param sku the product
 * @param productName the product's name in this line
 * @param quantity units
 * @param unitPrice chosen so that quantity times price is the line's amount
 * @param amount the line's amount in cents
 */
record FileLine(
        long number,
        Head order,
        String rowId,
        String sku,
        String productName,
        int quantity,
        BigDecimal unitPrice,
        BigDecimal amount) {

    record Head(
            String orderId,
            String customerId,
            String customerName,
            LocalDate orderedOn,
            LocalDate shippedOn,
            String shipMode,
            String city,
            String state,
            String postalCode,
            String country) {}
}
