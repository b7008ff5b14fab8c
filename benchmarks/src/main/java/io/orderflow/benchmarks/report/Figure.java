package io.orderflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One number that is measured in every round.
 *
 * @param id its name in the report, for instance {@code create-order/16/rate}
 * @param label what it is, for people
 * @param unit its unit, for instance {@code ms} or {@code 1/s}
 * @param targets what it shall be; may be empty
 */
public record Figure(String id, String label, String unit, List<Target> targets) {

    /** Without a target. */
    public static Figure of(String id, String label, String unit) {
        return new Figure(id, label, unit, List.of());
    }

    /** With another target. */
    public Figure shallBe(Target target) {
        List<Target> more = new ArrayList<>(targets);
        more.add(target);
        return new Figure(id, label, unit, List.copyOf(more));
    }
}
