package io.orderflow.platform.axon;

import io.orderflow.platform.schedule.Repeated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets processors take their segments again soon after a failure. Axon keeps them away from a segment that has failed for
 * twice as long each time, up to a minute: after an outage of some minutes everything would stand still for one more.
 */
final class SegmentRetries extends Repeated {

    /** No segment is kept away for longer. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(SegmentRetries.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EventProcessingConfiguration processing;
    private final TransactionManager transactions;
    private final Clock clock;
    private final Map<String, Set<Integer>> known = new HashMap<>();
    private final Map<String, Map<Integer, Instant>> missing = new HashMap<>();

    SegmentRetries(EventProcessingConfiguration processing, TransactionManager transactions, Clock clock) {
        super("segment-retries", PAUSE, PAUSE);
        this.processing = processing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected void run() {
        processing.eventProcessors().forEach((name, processor) -> {
            try {
                if (processor instanceof StreamingEventProcessor streaming && processor.isRunning()) {
                    look(processor.getName(), streaming);
                }
            } catch (RuntimeException e) {
                log.debug("cannot look after the segments of {} now", name, e);
            }
        });
    }

    private void look(String name, StreamingEventProcessor processor) {
        Set<Integer> atWork = processor.processingStatus().keySet();
        Set<Integer> segments = known.computeIfAbsent(name, this::stored);
        segments.addAll(atWork);
        if (segments.isEmpty()) { // it has not begun yet
            known.remove(name);
            return;
        }
        Map<Integer, Instant> since = missing.computeIfAbsent(name, any -> new HashMap<>());
        since.keySet().removeAll(atWork);
        Instant now = clock.instant();
        for (int segment : segments) {
            // one that another replica has is missing here too: to be free to take it does no harm
            if (!atWork.contains(segment)
                    && !since.computeIfAbsent(segment, any -> now)
                            .plus(LONGEST_PAUSE)
                            .isAfter(now)) {
                processor.releaseSegment(segment, 0, TimeUnit.MILLISECONDS);
                since.put(segment, now);
            }
        }
    }

    /** A segment that fails whenever it is taken may never be seen at work. */
    private Set<Integer> stored(String processor) {
        Set<Integer> segments = new HashSet<>();
        int[] stored = transactions.fetchInTransaction(
                () -> processing.tokenStore(processor).fetchSegments(processor));
        for (int segment : stored) {
            segments.add(segment);
        }
        return segments;
    }
}
