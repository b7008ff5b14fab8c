package io.orderflow.query.platform.generation;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The projections, each known by its processing group, for those who look after them. */
public final class Projections {

    private final GenerationTable table;
    private final Generations generations;
    private final GenerationKeeper keeper;
    private final List<String> names;
    private final AppendSignal signal;

    Projections(
            GenerationTable table,
            Generations generations,
            GenerationKeeper keeper,
            List<ReadModel> models,
            AppendSignal signal) {
        this.table = table;
        this.generations = generations;
        this.keeper = keeper;
        this.names = models.stream().map(ReadModel::group).sorted().toList();
        this.signal = signal;
    }

    /** What there is, by name. */
    public List<String> names() {
        return names;
    }

    /** The index of the newest event in the store. */
    public long head() {
        return signal.head();
    }

    /** All generations that have not been dropped. */
    public List<GenerationRow> generations() {
        return table.all();
    }

    /** Of the generations the one that this version of the service shows to readers, or will when it is built. */
    public Optional<GenerationRow> shown(String name, List<GenerationRow> rows) {
        return rows.stream()
                .filter(row -> row.group().equals(name) && generations.isOurs(row))
                .filter(row -> row.is(GenerationState.LIVE) || row.is(GenerationState.BUILDING))
                .max(Comparator.comparing((GenerationRow row) -> row.is(GenerationState.LIVE))
                        .thenComparing(row -> row.generation().number()));
    }

    /** The replay that was begun last, whatever has become of it. The first filling of a read model is none. */
    public Optional<GenerationRow> latestReplay(String name) {
        return table.of(name).stream()
                .filter(row -> row.switchedAt() == null || row.switchedAt().isAfter(row.startedAt()))
                .findFirst();
    }

    /** A generation, also when it has been dropped. */
    public Optional<GenerationRow> generation(Generation generation) {
        return table.of(generation.group()).stream()
                .filter(row -> row.generation().equals(generation))
                .findFirst();
    }

    /** Those that stand still because somebody wants it. */
    public Set<String> paused() {
        return table.paused();
    }

    /** Makes a projection stand still on all replicas, within a second. */
    public void pause(String name) {
        table.pause(name);
        keeper.wake();
    }

    /** Makes a projection go on. */
    public void resume(String name) {
        table.resume(name);
        keeper.wake();
    }

    /** Begins a replay; empty if one is running. */
    public Optional<Generation> replay(String name) {
        Optional<Generation> begun = table.begin(name, generations.definition(name), signal.head());
        keeper.wake();
        return begun;
    }

    /** Stops a replay; false if none is running. */
    public boolean cancel(String name) {
        List<GenerationRow> rows = table.of(name);
        // the first build for this version of the service is no replay: there would be nothing to show
        boolean hasLive = rows.stream().anyMatch(row -> row.is(GenerationState.LIVE) && generations.isOurs(row));
        boolean cancelled = rows.stream()
                .filter(row -> row.is(GenerationState.BUILDING) && generations.isOurs(row) && hasLive)
                .anyMatch(row -> table.giveUp(row.generation(), ReplayOutcome.CANCELLED, null));
        keeper.wake();
        return cancelled;
    }

    /**
     * The processor of a projection on this replica.
     *
     * @throws ProblemException if the projection is paused or does not run here
     */
    public StreamingEventProcessor processor(String name) {
        return keeper.projection(name).filter(ProjectionProcessor::isRunning).orElseThrow(() -> notRunning(name));
    }

    /**
     * Handles a dead letter again, and those behind it if it succeeds. Does nothing with one that is not the first of its
     * sequence.
     *
     * @throws ProblemException if the projection is paused or does not run here
     */
    public void retry(Generation generation, String letterId) {
        processor(generation).retryLetter(letterId);
    }

    /**
     * Handles all dead letters again.
     *
     * @throws ProblemException if the projection is paused or does not run here
     */
    public void retryAll(Generation generation) {
        processor(generation).retryAllLetters();
    }

    private GenerationProcessor processor(Generation generation) {
        return keeper.projection(generation.group())
                .flatMap(projection -> projection.of(generation))
                .orElseThrow(() -> notRunning(generation.group()));
    }

    private ProblemException notRunning(String name) {
        return new ProblemException(
                ErrorCode.PROJECTION_NOT_RUNNING,
                table.paused().contains(name) ? name + " is paused" : name + " does not run on this replica now");
    }
}
