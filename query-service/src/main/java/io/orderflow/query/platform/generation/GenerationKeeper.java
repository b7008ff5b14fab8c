package io.orderflow.query.platform.generation;

import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Makes what is recorded of generations come true on this replica: their tables are there, their processors run, one that has
 * caught up becomes live, one that is no longer wanted is dropped. Each replica does so for itself; whatever it is in the
 * middle of when it dies is found in the table and finished by itself later, or by another one.
 */
public final class GenerationKeeper implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(GenerationKeeper.class);
    private static final long LOOK_MILLIS = 500;
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration SAY_WANTED = Duration.ofSeconds(5);

    /** After this no replica can still be reading what was retired: each has looked again. */
    private static final Duration KEPT_FOR_READERS = Duration.ofSeconds(8);

    /** Replicas of another version that have not been heard of for so long are gone. */
    private static final Duration KEPT_FOR_OTHER_VERSIONS = Duration.ofMinutes(2);

    private final GenerationTable table;
    private final Generations generations;
    private final GenerationSchemas schemas;
    private final GenerationSwitch switching;
    private final List<ReadModel> models;
    private final ObjectProvider<DeadLetterOffice> letters; // looked up late: it needs what is prepared here
    private final AppendSignal signal;
    private final Clock clock;
    private final Map<String, ProjectionProcessor> projections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("generations"));
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("dead-letters"));
    private volatile Map<String, Set<Generation>> wanted = Map.of();
    private Instant saidWanted = Instant.EPOCH;

    GenerationKeeper(
            GenerationTable table,
            Generations generations,
            GenerationSchemas schemas,
            GenerationSwitch switching,
            List<ReadModel> models,
            ObjectProvider<DeadLetterOffice> letters,
            AppendSignal signal,
            Clock clock) {
        this.table = table;
        this.generations = generations;
        this.schemas = schemas;
        this.switching = switching;
        this.models = models;
        this.letters = letters;
        this.signal = signal;
        this.clock = clock;
    }

    /** Prepares what readers need; to be called before there is any. Other replicas may be doing the same. */
    void begin() {
        RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(Duration.ofMillis(LOOK_MILLIS))
                .timeout(PATIENCE_AT_START)
                .build());
        try {
            retry.execute(() -> {
                look();
                return true;
            });
        } catch (RetryException e) {
            throw new IllegalStateException("The read models cannot be prepared.", e);
        }
        thread.scheduleWithFixedDelay(this::lookSafely, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        retries.scheduleWithFixedDelay(this::retryLetters, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void keep(String group, ProjectionProcessor projection) {
        projections.put(group, projection);
    }

    Optional<ProjectionProcessor> projection(String group) {
        return Optional.ofNullable(projections.get(group));
    }

    /** The generations of a group whose processors are to run here. */
    Set<Generation> wanted(String group) {
        return wanted.getOrDefault(group, Set.of());
    }

    /** Has the keeper look at once: something has been recorded. */
    public void wake() {
        try {
            thread.execute(this::lookSafely);
        } catch (RejectedExecutionException e) {
            log.debug("the service stops");
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("cannot look after the generations of the read models, will try again: {}", e.toString());
        }
    }

    private void retryLetters() {
        try {
            DeadLetterOffice.Overview overview = letters.getObject().overview();
            projections.forEach((group, projection) -> {
                try {
                    projection.retryDueLetters(overview);
                } catch (RuntimeException e) {
                    log.warn("cannot try the dead letters of {} again, will do so later: {}", group, e.toString());
                }
            });
        } catch (RuntimeException e) {
            log.warn("cannot look after the dead letters, will try again: {}", e.toString());
        }
    }

    private void look() {
        sayWanted();
        long before = System.nanoTime();
        List<GenerationRow> rows = table.all();
        if (ensure(rows)) {
            rows = table.all();
        }
        List<GenerationRow> unprepared = rows.stream()
                .filter(row -> generations.isOurs(row) && !row.prepared() && !row.is(GenerationState.RETIRED))
                .toList();
        RuntimeException failed = prepare(unprepared);
        if (!unprepared.isEmpty()) {
            before = System.nanoTime();
            rows = table.all();
        }
        generations.learn(rows, before);
        Set<String> paused = table.paused();
        want(rows, paused);
        for (ProjectionProcessor projection : projections.values()) {
            try {
                projection.runWanted();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        for (GenerationRow row : rows) {
            advance(row, rows, paused);
        }
        if (failed != null) {
            throw failed;
        }
    }

    /**
     * Each read model has one generation at least that this version of the service can use, or builds.
     *
     * @return whether any was missing
     */
    private boolean ensure(List<GenerationRow> rows) {
        List<ReadModel> missing = models.stream()
                .filter(model -> rows.stream()
                        .noneMatch(row -> row.group().equals(model.group())
                                && generations.isOurs(row)
                                && !row.is(GenerationState.RETIRED)))
                .toList();
        missing.forEach(model -> table.ensure(model.group(), generations.definition(model.group()), signal.head()));
        return !missing.isEmpty();
    }

    /** Creates tables; what has failed for some keeps nothing from the others. */
    private @Nullable RuntimeException prepare(List<GenerationRow> unprepared) {
        RuntimeException failed = null;
        for (GenerationRow row : unprepared) {
            try {
                schemas.prepare(row);
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        return failed;
    }

    private void want(List<GenerationRow> rows, Set<String> paused) {
        Map<String, Set<Generation>> now = new HashMap<>();
        for (GenerationRow row : rows) {
            if (generations.isOurs(row) && row.prepared() && !paused.contains(row.group()) && !isOver(row)) {
                now.computeIfAbsent(row.group(), group -> new HashSet<>()).add(row.generation());
            }
        }
        wanted = now;
    }

    /** Retired ones that were live go on for those who still read them; those that never were end at once. */
    private boolean isOver(GenerationRow row) {
        return row.is(GenerationState.RETIRED)
                && (row.switchedAt() == null || isPast(row.retiredAt(), KEPT_FOR_READERS.dividedBy(2)));
    }

    private void advance(GenerationRow row, List<GenerationRow> rows, Set<String> paused) {
        try {
            if (row.is(GenerationState.RETIRED) && isPast(row.retiredAt(), KEPT_FOR_READERS)) {
                schemas.drop(row.generation());
                log.info("{} is dropped", row.generation().processor());
            } else if (!generations.isOurs(row) && isAbandoned(row, rows)) {
                table.retire(row.generation());
                table.giveUp(row.generation(), ReplayOutcome.FAILED, "no replica of that version is left");
            } else if (row.is(GenerationState.BUILDING)
                    && generations.isOurs(row)
                    && !paused.contains(row.group())
                    && switching.isNear(row, signal.head())
                    && switching.attempt(row, liveBeside(row, rows), signal.head())) {
                long before = System.nanoTime();
                generations.learn(table.all(), before);
            }
        } catch (RuntimeException e) { // the others go on
            log.warn("{} stays as it is for now: {}", row.generation().processor(), e.toString());
        }
    }

    /** Left behind by a version of the service that no replica runs any longer. */
    private boolean isAbandoned(GenerationRow row, List<GenerationRow> rows) {
        return !row.is(GenerationState.RETIRED)
                && isPast(row.wantedAt(), KEPT_FOR_OTHER_VERSIONS)
                && rows.stream()
                        .anyMatch(other -> other.group().equals(row.group())
                                && other.is(GenerationState.LIVE)
                                && !isPast(other.wantedAt(), KEPT_FOR_OTHER_VERSIONS));
    }

    private @Nullable GenerationRow liveBeside(GenerationRow next, List<GenerationRow> rows) {
        return rows.stream()
                .filter(row -> row.group().equals(next.group()))
                .filter(row -> row.is(GenerationState.LIVE) && generations.isOurs(row))
                .findFirst()
                .orElse(null);
    }

    private void sayWanted() {
        Instant now = clock.instant();
        if (saidWanted.plus(SAY_WANTED).isBefore(now)) {
            models.forEach(model -> table.want(model.group(), generations.definition(model.group())));
            saidWanted = now;
        }
    }

    private boolean isPast(@Nullable Instant time, Duration after) {
        return time != null && time.plus(after).isBefore(clock.instant());
    }

    @Override
    public void destroy() {
        // not interrupted: that would close the file of an embedded database for the whole process
        retries.shutdown();
        thread.shutdown();
    }
}
