package io.orderflow.command.platform.outcome;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.eventstore.CommandTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows what became of commands. What has changed something is in the event store, for good and for every replica. What
 * was refused, or done without a change, leaves nothing there: the process that decided it remembers so much for a while.
 */
@Component
public class CommandOutcomes {

    static final int REMEMBERED_AT_MOST = 10_000;
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final CommandTraces store;
    private final Clock clock;
    /** Apart, because there are many, and the event store knows of most: they must not drive out what was refused. */
    private final Map<UUID, Remembered> done = youngest();

    private final Map<UUID, Remembered> refused = youngest();

    CommandOutcomes(CommandTraces store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Remembers that a caller's command was carried out, or was so before. */
    public void done(UUID commandId, String caller, String stream, long version) {
        remember(done, commandId, new Remembered(caller, CommandOutcome.done(stream, version), clock.instant()));
    }

    /** Remembers that a caller's command was refused, and changed nothing. */
    public void refused(UUID commandId, String caller, ErrorCode code) {
        remember(refused, commandId, new Remembered(caller, CommandOutcome.refused(code), clock.instant()));
    }

    /**
     * What became of a caller's command; somebody else's is not known to him.
     *
     * @throws org.springframework.dao.DataAccessException when the event store does not answer
     */
    public CommandOutcome of(UUID commandId, String caller) {
        @Nullable Remembered carriedOut = recall(done, commandId, caller);
        if (carriedOut != null) {
            return carriedOut.outcome;
        }
        @Nullable Remembered refusal = recall(refused, commandId, caller);
        // a refusal may have been of a try that was followed by a better one, or that followed an unnoticed success
        return store.of(commandId)
                .filter(trace -> trace.user().equals(caller))
                .map(trace -> CommandOutcome.done(trace.stream(), trace.version()))
                .orElse(refusal == null ? CommandOutcome.UNKNOWN : refusal.outcome);
    }

    private static Map<UUID, Remembered> youngest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Remembered> eldest) {
                return size() > REMEMBERED_AT_MOST;
            }
        };
    }

    private synchronized void remember(Map<UUID, Remembered> outcomes, UUID commandId, Remembered outcome) {
        outcomes.remove(commandId);
        outcomes.put(commandId, outcome);
    }

    private synchronized @Nullable Remembered recall(Map<UUID, Remembered> outcomes, UUID commandId, String caller) {
        @Nullable Remembered remembered = outcomes.get(commandId);
        boolean known = remembered != null
                && remembered.caller.equals(caller)
                && remembered.at.isAfter(clock.instant().minus(REMEMBERED_FOR));
        return known ? remembered : null;
    }

    private record Remembered(String caller, CommandOutcome outcome, Instant at) {}
}
