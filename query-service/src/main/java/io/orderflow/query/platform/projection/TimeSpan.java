package io.orderflow.query.platform.projection;

import static io.orderflow.query.platform.projection.Columns.instant;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when orders were ordered.
 *
 * @param from the first instant, or null for no limit
 * @param to the first instant after it, or null for no limit
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

    public TimeSpan {
        from = from == null ? null : atOrAfter(from);
        to = to == null ? null : atOrAfter(to);
    }

    /**
     * Goes into a statement after another condition; {@link #bind} gives it its values.
     *
     * @param row the alias, in the statement, of a row with an {@code orderedAt}
     */
    public String condition(String row) {
        return (from == null ? "" : " and " + row + ".orderedAt >= :from")
                + (to == null ? "" : " and " + row + ".orderedAt < :to");
    }

    /** Gives a statement with the {@link #condition} its values. */
    public <Q extends Query> Q bind(Q query) {
        if (from != null) {
            query.setParameter("from", from);
        }
        if (to != null) {
            query.setParameter("to", to);
        }
        return query;
    }

    /** The first day in UTC that lies wholly within, unless {@link #endDay} does not come after it; null for no limit. */
    public @Nullable LocalDate firstDay() {
        return from == null ? null : startsDay(from) ? day(from) : day(from).plusDays(1);
    }

    /** The day after the last one that lies wholly within; null for no limit. */
    public @Nullable LocalDate endDay() {
        return to == null ? null : day(to);
    }

    /** What lies outside the whole days: parts of one day each, two at most. */
    public List<TimeSpan> partsOfDays() {
        List<TimeSpan> parts = new ArrayList<>();
        LocalDate first = firstDay();
        LocalDate end = endDay();
        if (from != null && first != null && !startsDay(from)) {
            Instant nextDay = start(first);
            add(parts, from, to != null && to.isBefore(nextDay) ? to : nextDay);
        }
        if (to != null && end != null && (first == null || !end.isBefore(first))) {
            add(parts, start(end), to);
        }
        return parts;
    }

    /** The day in UTC that an instant is in. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void add(List<TimeSpan> parts, Instant from, Instant to) {
        if (from.isBefore(to)) {
            parts.add(new TimeSpan(from, to));
        }
    }

    private static boolean startsDay(Instant instant) {
        return start(day(instant)).equals(instant);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As orders' times are whole microseconds, a limit between two of them is as good as the latter. */
    private static Instant atOrAfter(Instant limit) {
        Instant cut = instant(limit);
        return cut.equals(limit) ? cut : cut.plus(1, ChronoUnit.MICROS);
    }
}
