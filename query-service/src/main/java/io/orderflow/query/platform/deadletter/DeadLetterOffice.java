package io.orderflow.query.platform.deadletter;

import java.time.Clock;

/** Gives each processor its dead letters. */
public final class DeadLetterOffice {

    private final DeadLetterQueues queues;
    private final DiscardedEvents discarded;
    private final DeadLetterSettings settings;
    private final Clock clock;

    DeadLetterOffice(DeadLetterQueues queues, DiscardedEvents discarded, DeadLetterSettings settings, Clock clock) {
        this.queues = queues;
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
        return new DeadLetters(group, queues.of(processor), discarded, settings, clock);
    }

    /** What projections go on without. */
    public DiscardedEvents discarded() {
        return discarded;
    }
}
