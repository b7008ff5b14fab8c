package io.orderflow.query.platform.reconciliation;

import java.time.Instant;

/**
 * An aggregate of which a read model holds something else than the event store.
 *
 * @param group the processing group of the read model
 * @param stream the aggregate's stream
 * @param inStore the version that the read model should hold at least; -1 if the store has no such stream
 * @param held the version that it holds; -1 for none
 * @param since when this was noticed
 */
public record Difference(String group, String stream, long inStore, long held, Instant since) {}
