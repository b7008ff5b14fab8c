package io.orderflow.query.platform.reconciliation;

import io.orderflow.query.platform.generation.Reprojection;
import io.orderflow.query.platform.generation.SegmentElsewhere;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what a live read model holds of one aggregate anew from its events. */
public final class Repair {

    private static final Logger log = LoggerFactory.getLogger(Repair.class);

    private final Map<String, HeldRows> rows;
    private final StoredStreams store;
    private final Reprojection reprojection;

    Repair(List<HeldRows> rows, StoredStreams store, Reprojection reprojection) {
        this.rows = rows.stream().collect(Collectors.toMap(HeldRows::group, Function.identity()));
        this.store = store;
        this.reprojection = reprojection;
    }

    /**
     * Forgets what a read model holds of an aggregate and takes its events again, up to where the read model has read. An
     * order's payment goes with it. It happens in one transaction: readers see what was there before, and then what is right.
     * Nothing is pushed to those who follow the live list; whoever reads or waits is shown what is right.
     *
     * @param group the processing group of the read model
     * @param stream the stream of an order, a product's stock or a customer
     * @return how many events were taken
     * @throws IllegalArgumentException if there is no such read model, or it holds nothing of such a stream
     * @throws SegmentElsewhere if another replica fills this part of the read model, which it names, or nobody does
     * @throws RepairFailed if an event could not be handled, or another one took too long; nothing has changed
     */
    public int repair(String group, String stream) {
        HeldRows held = rows.get(group);
        if (held == null || !held.isOf(stream)) {
            throw new IllegalArgumentException(group + " holds nothing of " + stream);
        }
        try {
            int events = reprojection.run(
                    group,
                    stream,
                    index -> store.upTo(index, stream),
                    past -> held.forget(stream, first(past, stream)));
            log.info("{} has taken {} events of {} again", group, events, stream);
            return events;
        } catch (SegmentElsewhere e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepairFailed(group, stream, e);
        } catch (Exception e) {
            throw new RepairFailed(group, stream, e);
        }
    }

    private static @Nullable Object first(List<TrackedEventMessage<?>> past, String stream) {
        return past.stream()
                .filter(event -> event instanceof DomainEventMessage<?> known
                        && known.getAggregateIdentifier().equals(stream))
                .findFirst()
                .<Object>map(TrackedEventMessage::getPayload)
                .orElse(null);
    }
}
