package io.orderflow.query.orderlist;

import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.paging.Answers;
import java.util.List;
import java.util.OptionalLong;

/** What the list shows, and how far it has been read. */
final class ListedChanges implements ChangesElsewhere.Source {

    private static final String GROUP = OrderListStream.GROUP;

    private final Answers answers;
    private final ReadPositions positions;

    ListedChanges(Answers answers, ReadPositions positions) {
        this.answers = answers;
        this.positions = positions;
    }

    @Override
    public boolean isReadHereAlone() {
        return positions.isReadHereAlone(GROUP);
    }

    /** Whether this process is rebuilding the list. */
    boolean isReplaying() {
        return positions.isReplaying(GROUP);
    }

    @Override
    public long position() {
        return positions.position(GROUP).orElse(0);
    }

    /** The position if every segment is read here, so that no database is asked; else empty. */
    OptionalLong positionOfAllHere() {
        return isReadHereAlone() ? positions.position(GROUP) : OptionalLong.empty();
    }

    @Override
    public List<ChangedOrder> changedSince(long position, int limit) {
        return answers.all(new ChangesSince(position, limit), ChangedOrder.class);
    }
}
