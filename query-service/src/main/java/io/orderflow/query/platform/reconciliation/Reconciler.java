package io.orderflow.query.platform.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.schedule.Repeated;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares again and again which version of each order, product and customer the read models hold with the last one in the
 * event store: all events after a start and once a day, otherwise those that are new. Payments have no row of their own whose
 * version could be asked for: they are not compared.
 *
 * <p>Each replica compares everything, and reads the store slowly enough that nobody else notices.
 */
public final class Reconciler extends Repeated {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final Map<String, Comparison> comparisons;
    private final AppendSignal signal;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private long headBefore;
    private Instant begun;

    Reconciler(
            List<Comparison> comparisons,
            AppendSignal signal,
            ReconciliationSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        super("reconciliation", settings.every(), settings.every());
        this.comparisons = comparisons.stream().collect(Collectors.toMap(Comparison::group, Function.identity()));
        this.signal = signal;
        this.settings = settings;
        this.clock = clock;
        this.begun = clock.instant();
        comparisons.forEach(
                comparison -> Gauge.builder("orderflow.projection.differences", comparison, known -> known.differences()
                                .size())
                        .tag("projection", comparison.group())
                        .description("aggregates of which a read model does not hold what the event store does")
                        .register(metrics));
    }

    /**
     * What differs at present, by stream, as seen from this replica.
     *
     * @param group the processing group of a read model
     * @throws IllegalArgumentException if there is no such read model
     */
    public List<Difference> differences(String group) {
        Comparison comparison = comparisons.get(group);
        if (comparison == null) {
            throw new IllegalArgumentException("there is no read model " + group);
        }
        return comparison.differences();
    }

    @Override
    protected void run() {
        long settled = headBefore; // whatever was there the last time is old enough
        headBefore = signal.head();
        if (begun.plus(settings.anew()).isBefore(clock.instant())) {
            begun = clock.instant();
            comparisons.values().forEach(Comparison::beginAnew);
        }
        comparisons.values().forEach(comparison -> {
            try {
                comparison.goOn(settled);
            } catch (RuntimeException e) {
                log.warn(
                        "cannot compare {} with the event store, will try again: {}", comparison.group(), e.toString());
            }
        });
    }

    @Override
    public void start() {
        headBefore = signal.head();
        super.start();
    }
}
