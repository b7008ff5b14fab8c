package io.orderflow.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * An exact amount in one currency; the amount travels as a string.
 *
 * @param amount the amount in units of the currency
 * @param currency an ISO 4217 code such as {@code EUR}
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    /** An amount written as a number, such as {@code Money.of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
