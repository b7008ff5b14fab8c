package io.orderflow.query.platform.deadletter;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Gives each processor its dead letters. */
public final class DeadLetterOffice {

    private final DeadLetterQueues queues;
    private final DeadLetterTable table;
    private final DiscardedEvents discarded;
    private final DeadLetterSettings settings;
    private final Clock clock;

    DeadLetterOffice(
            DeadLetterQueues queues,
            DeadLetterTable table,
            DiscardedEvents discarded,
            DeadLetterSettings settings,
            Clock clock) {
        this.queues = queues;
        this.table = table;
        this.discarded = discarded;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The dead letters of a processor.
     *
     * @param group the read model that it fills
     */
    public DeadLetters of(String group, String processor) {
        return new DeadLetters(group, processor, queues.of(processor), discarded, settings, clock);
    }

    /** How things are for all of them at the moment. */
    public Overview overview() {
        return new Overview(table.counts().keySet(), discarded.all());
    }

    /** What projections go on without. */
    public DiscardedEvents discarded() {
        return discarded;
    }

    /**
     * Asked for once, for all processors.
     *
     * @param holdingBack the names of the processors that have dead letters
     * @param discarded what projections go on without, by group
     */
    public record Overview(Set<String> holdingBack, Map<String, Set<DiscardedEvents.Event>> discarded) {}
}
