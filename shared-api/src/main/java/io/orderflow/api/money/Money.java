package io.orderflow.api.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. Written as {@code {"amount":"12.50","currency":"EUR"}}: the amount is a JSON
 * string, never a floating-point number.
 *
 * @param amount the amount in units of the currency; its scale is kept as given
 * @param currency an ISO 4217 code such as {@code EUR}
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    /** Nothing, at the currency's own scale. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO.setScale(scaleOf(currency)), currency);
    }

    /**
     * This amount times a quantity, rounded half-even to the currency's scale.
     *
     * @param quantity how many units
     * @return the rounded product, in the same currency
     */
    public Money times(long quantity) {
        return new Money(
                amount.multiply(BigDecimal.valueOf(quantity)).setScale(scaleOf(currency), RoundingMode.HALF_EVEN),
                currency);
    }

    /**
     * The sum of both amounts.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * This amount less the other.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** Whether this amount is larger than the other, whatever their scales. */
    public boolean isMoreThan(Money other) {
        return amount.compareTo(sameCurrency(other).amount) > 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int scaleOf(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
