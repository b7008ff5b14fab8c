package io.orderflow.query.projections;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.schedule.Repeated;
import io.orderflow.query.platform.deadletter.DeadLetterTable;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.ProjectionFailures;
import io.orderflow.query.platform.generation.Projections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks once a second how all projections are doing, for rates, metrics and readiness; and whenever somebody asks. */
@Component
class ProjectionWatch extends Repeated {

    private static final Logger log = LoggerFactory.getLogger(ProjectionWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Projections projections;
    private final TokenTable tokens;
    private final DeadLetterTable letters;
    private final ProjectionFailures failures;
    private final ProjectionSettings settings;
    private final Clock clock;
    private final Rates rates = new Rates();
    private volatile @Nullable Snapshot latest;

    ProjectionWatch(
            Projections projections,
            TokenTable tokens,
            DeadLetterTable letters,
            ProjectionFailures failures,
            ProjectionSettings settings,
            Clock clock) {
        super("projection-watch", Duration.ZERO, PAUSE);
        this.projections = projections;
        this.tokens = tokens;
        this.letters = letters;
        this.failures = failures;
        this.settings = settings;
        this.clock = clock;
    }

    /** How they are doing now. */
    Snapshot now() {
        Instant now = clock.instant();
        long head = projections.head();
        return new Snapshot(
                now,
                head,
                projections.generations(),
                tokens.all(now.minus(settings.claimedWithin())),
                projections.paused(),
                letters.counts(),
                failures.all());
    }

    /** How they were doing a moment ago; null in the first moment after the start. */
    @Nullable
    Snapshot latest() {
        return latest;
    }

    /** How many events a second a generation has read lately. */
    double rate(GenerationRow row) {
        return rates.of(row.generation().processor());
    }

    @Override
    protected void run() {
        try {
            Snapshot now = now();
            latest = now;
            Map<String, Long> positions = now.generations().stream()
                    .map(GenerationRow::generation)
                    .collect(Collectors.toMap(generation -> generation.processor(), now::position));
            rates.take(positions, System.nanoTime());
        } catch (RuntimeException e) { // a database that is gone is told of by others
            log.debug("cannot see how the projections are doing, will look again", e);
        }
    }
}
