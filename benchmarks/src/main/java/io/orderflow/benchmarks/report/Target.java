package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.Mode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a figure shall be.
 *
 * @param reference the id of the figure of the same run of which it shall be a part; null when it stands for itself
 * @param isCeiling whether it may be at most so much; otherwise it must be at least so much
 * @param bounds the bound in each mode that has one: a ratio where there is a reference, otherwise in the figure's unit
 */
public record Target(@Nullable String reference, boolean isCeiling, Map<Mode, Double> bounds) {

    /** At most so much, in the figure's unit. */
    public static Target atMost(double onH2, double onPostgres) {
        return new Target(null, true, Map.of(Mode.H2, onH2, Mode.POSTGRES, onPostgres));
    }

    /** At most so many times the reference. */
    public static Target atMostTimes(double ratio, String reference) {
        return new Target(reference, true, Map.of(Mode.H2, ratio, Mode.POSTGRES, ratio));
    }

    /** At least so many times the reference. */
    public static Target atLeastTimes(double ratio, String reference) {
        return atLeastTimes(ratio, ratio, reference);
    }

    /** At least so many times the reference, in each mode. */
    public static Target atLeastTimes(double onH2, double onPostgres, String reference) {
        return new Target(reference, false, Map.of(Mode.H2, onH2, Mode.POSTGRES, onPostgres));
    }

    /** To be looked at beside the reference; there is no bound. */
    public static Target beside(String reference) {
        return new Target(reference, false, Map.of());
    }

    /** Whether it is reached by a figure, or by its ratio to the reference; null where there is no bound. */
    @Nullable
    Boolean isReachedBy(double value, Mode mode) {
        Double bound = bounds.get(mode);
        if (bound == null) {
            return null;
        }
        return isCeiling ? value <= bound : value >= bound;
    }

    String text(Mode mode) {
        Double bound = bounds.get(mode);
        return bound == null ? "" : String.format(Locale.ROOT, "%s %s", isCeiling ? "<=" : ">=", Table.number(bound));
    }
}
