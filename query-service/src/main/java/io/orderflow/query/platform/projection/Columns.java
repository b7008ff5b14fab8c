package io.orderflow.query.platform.projection;

import io.orderflow.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values are written into columns and read from them, alike on every database. */
public final class Columns {

    /** Ids in the order in which the databases sort them; the JDK compares their halves as numbers with a sign. */
    public static final Comparator<UUID> IDS = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private Columns() {}

    /** An instant at the precision that every database keeps; otherwise some cut it and others round it. */
    public static Instant instant(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** An optional instant at the precision that every database keeps. */
    public static @Nullable Instant optionalInstant(@Nullable Instant value) {
        return value == null ? null : instant(value);
    }

    /** The later of two instants, the first of which may be missing. */
    public static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    /** An amount from a column of fixed scale: the decimals of its currency, and more only where they are not zero. */
    public static Money money(BigDecimal column, String currency) {
        BigDecimal amount = column.stripTrailingZeros();
        int scale = Money.zero(currency).amount().scale();
        return new Money(amount.scale() < scale ? amount.setScale(scale) : amount, currency);
    }
}
