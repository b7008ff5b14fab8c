package io.orderflow.api.projection;

import java.time.Instant;
import java.util.List;

/**
 * Where a read model and the event store disagree.
 *
 * @param items by stream; none if they agree
 */
public record DifferenceList(List<DifferenceView> items) {

    /**
     * An aggregate of which a read model holds something else than the event store.
     *
     * @param stream the aggregate's stream
     * @param inStore the version that the read model should hold at least; -1 if the store has no such stream
     * @param held the version that it holds; -1 for none
     * @param since when this was noticed
     */
    public record DifferenceView(String stream, long inStore, long held, Instant since) {}
}
