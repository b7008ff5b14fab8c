package io.orderflow.cli.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the price of one unit where a file knows only the amount of a line. */
final class UnitPrice {

    private static final int SCALE = 6;
    private static final int CENTS = 2;
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(SCALE);

    private UnitPrice() {}

    /**
     * A price of at most six decimals that, times the quantity and rounded half-even to cents, is the line's amount in
     * cents. Empty when there is none, which takes a quantity of more than ten thousand.
     */
    static Optional<BigDecimal> of(BigDecimal lineAmount, int quantity) {
        BigDecimal wanted = cents(lineAmount);
        BigDecimal quotient = lineAmount.divide(BigDecimal.valueOf(quantity), SCALE, RoundingMode.HALF_EVEN);
        return Stream.of(quotient, quotient.add(STEP), quotient.subtract(STEP))
                .filter(price -> price.signum() >= 0)
                .filter(price ->
                        cents(price.multiply(BigDecimal.valueOf(quantity))).compareTo(wanted) == 0)
                .map(UnitPrice::shortest)
                .findFirst();
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal shortest(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
    }
}
