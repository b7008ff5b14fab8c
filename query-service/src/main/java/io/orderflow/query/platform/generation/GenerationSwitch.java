package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.TokenTable;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a generation live that has caught up. Meanwhile the tokens of the one before it are locked, so that it stands still
 * for an instant: after the switch a reader finds all that was there before, whichever of the two it is shown.
 */
final class GenerationSwitch {

    private static final Logger log = LoggerFactory.getLogger(GenerationSwitch.class);

    /** So many events behind, the rest is a matter of a moment. */
    private static final long NEARLY = 500;

    /** Shorter than a statement may take: one of the generation that stands still waits for the lock. */
    private static final Duration STANDSTILL = Duration.ofMillis(1_200);

    private static final long LOOK_MILLIS = 10;

    private final GenerationTable table;
    private final TokenTable tokens;

    GenerationSwitch(GenerationTable table, TokenTable tokens) {
        this.table = table;
        this.tokens = tokens;
    }

    /** Whether a generation is close enough to the newest event for a switch to be tried. */
    boolean isNear(GenerationRow next, long head) {
        OptionalLong position = tokens.position(next.generation().processor());
        return position.isPresent() && position.getAsLong() >= Math.max(next.target(), head) - NEARLY;
    }

    /**
     * Tries it once.
     *
     * @param live the generation that is shown now; null if none can be
     * @return false if the next one was not there in time, or is no longer being built
     */
    boolean attempt(GenerationRow next, @Nullable GenerationRow live, long head) {
        AtomicLong more = new AtomicLong();
        Boolean done = table.inTransaction(status -> {
            if (!table.isMine(next.generation())) {
                return false; // another replica tries, and the live one is to stand still only once
            }
            long wanted = live == null
                    ? head
                    : tokens.lock(live.generation().processor()).stream()
                            .mapToLong(TokenTable.SegmentToken::position)
                            .max()
                            .orElse(-1);
            if (!await(next, wanted)) {
                return false;
            }
            if (live != null) {
                more.set(table.sequencesHeldBack(next) - table.sequencesHeldBack(live));
            }
            return more.get() <= 0 && table.switchTo(next);
        });
        if (more.get() > 0) {
            table.giveUp(
                    next.generation(),
                    ReplayOutcome.FAILED,
                    "it could not handle events of %d sequences more than the one that is shown".formatted(more.get()));
        }
        if (Boolean.TRUE.equals(done)) {
            log.info("{} is live", next.generation().processor());
        }
        return Boolean.TRUE.equals(done);
    }

    private boolean await(GenerationRow next, long wanted) {
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        while (tokens.position(next.generation().processor()).orElse(-1) < wanted) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
