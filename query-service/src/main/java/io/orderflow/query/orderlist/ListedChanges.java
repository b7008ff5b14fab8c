package io.orderflow.query.orderlist;

import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.LiveGenerations;
import io.orderflow.query.platform.paging.Answers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the list shows, and how far it has been read. */
final class ListedChanges implements ChangesElsewhere.Source {

    private static final String GROUP = OrderListStream.GROUP;

    private final Answers answers;
    private final ReadPositions positions;
    private final LiveGenerations generations;

    ListedChanges(Answers answers, ReadPositions positions, LiveGenerations generations) {
        this.answers = answers;
        this.positions = positions;
        this.generations = generations;
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

    /** How far the list that readers are shown has come, if every segment is read here: no database is asked. */
    Here here() {
        Optional<Generation> before = generations.live(GROUP);
        OptionalLong position = isReadHereAlone() ? positions.position(GROUP) : OptionalLong.empty();
        Optional<Generation> after = generations.live(GROUP);
        return new Here(after, before.equals(after) ? position : OptionalLong.empty());
    }

    /**
     * How far a list has come.
     *
     * @param generation which one it is
     * @param position up to where; empty if not every segment is read here
     */
    record Here(Optional<Generation> generation, OptionalLong position) {}

    @Override
    public List<ChangedOrder> changedSince(long position, int limit) {
        return answers.all(new ChangesSince(position, limit), ChangedOrder.class);
    }
}
