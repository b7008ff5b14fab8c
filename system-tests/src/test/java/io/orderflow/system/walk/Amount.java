package io.orderflow.system.walk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;

/** Sums of money, as the API writes them. */
final class Amount {

    private Amount() {}

    /** Units at a price, rounded half-even to the currency's decimals. */
    static BigDecimal of(int units, BigDecimal price, String currency) {
        return price.multiply(BigDecimal.valueOf(units)).setScale(decimals(currency), RoundingMode.HALF_EVEN);
    }

    /** With the currency's decimals, and more only where they are not zero. */
    static Map<String, Object> json(BigDecimal amount, String currency) {
        BigDecimal exact = amount.stripTrailingZeros();
        BigDecimal shown = exact.scale() < decimals(currency) ? exact.setScale(decimals(currency)) : exact;
        return Map.of("amount", shown.toPlainString(), "currency", currency);
    }

    private static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
