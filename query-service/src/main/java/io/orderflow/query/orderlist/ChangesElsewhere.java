package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSummary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Knows up to which position clients have been told of everything, and finds the changes of the list that no update has told
 * of, because another replica has projected them: they are read from the list, from that position on. Used by the live
 * list's one thread.
 */
final class ChangesElsewhere {

    private static final int AT_ONCE = 10_000;
    private static final int PORTION = 1_000;
    private static final int REMEMBERED = 100_000; // beyond it something is told twice

    private final Source source;
    // what is above the position up to which everything is known: one segment may be far ahead of another
    private final Map<UUID, Told> told = new LinkedHashMap<>();
    private long knownUpTo;
    private boolean alone;

    ChangesElsewhere(Source source) {
        this.source = source;
    }

    /** Everything up to now is known to all. To be called before it is read for the first client. */
    void begin() {
        alone = source.isReadHereAlone();
        knownUpTo = source.position();
        told.clear();
    }

    /** The position up to which all clients have been told of everything. */
    long knownUpTo() {
        return knownUpTo;
    }

    /**
     * Takes note that all updates up to a position have come here and were told.
     *
     * @param position up to where all segments had read when they were all here; empty if they were not
     * @return whether others may have changed something before, so that {@link #find} is to be asked
     */
    boolean advance(OptionalLong position) {
        boolean mayHaveMissed = position.isPresent() && !alone;
        if (position.isEmpty()) {
            alone = false;
        } else if (alone && position.getAsLong() > knownUpTo) {
            knownUpTo = position.getAsLong();
            forget();
        }
        return mayHaveMissed;
    }

    /** Whether a change is told for the first time; from now on it is not. */
    boolean isNews(OrderSummary order, long position) {
        if (!isUntold(order, position)) {
            return false;
        }
        remember(order, position);
        return true;
    }

    /**
     * The orders that have changed and that nobody was told of, which count as told from now on; nothing when that is too
     * much to be told: then all clients have to begin anew. Changes nothing when it fails.
     */
    Optional<List<OrderSummary>> find() {
        boolean nowAlone = source.isReadHereAlone();
        long position = source.position(); // first: what changes while the list is read is read again
        if (nowAlone && alone) {
            return Optional.of(List.of()); // updates tell of everything
        }
        List<ChangedOrder> untold = untold();
        boolean tooMany = untold.size() > AT_ONCE;
        List<ChangedOrder> news = tooMany ? shownSince(Math.max(knownUpTo, position)) : untold;
        alone = nowAlone;
        knownUpTo = Math.max(knownUpTo, position); // less while the list is rebuilt, or before a token is stored
        forget();
        news.forEach(changed -> remember(changed.order(), changed.position()));
        return tooMany
                ? Optional.empty()
                : Optional.of(news.stream().map(ChangedOrder::order).toList());
    }

    private List<ChangedOrder> untold() {
        List<ChangedOrder> untold = new ArrayList<>();
        List<ChangedOrder> portion;
        long from = knownUpTo;
        do {
            portion = source.changedSince(from, PORTION);
            for (ChangedOrder changed : portion) {
                if (isUntold(changed.order(), changed.position())) {
                    untold.add(changed);
                }
                from = changed.position();
            }
        } while (portion.size() == PORTION && untold.size() <= AT_ONCE);
        return untold;
    }

    /** What clients that come back are given: where a segment is behind, later looks find the same again. */
    private List<ChangedOrder> shownSince(long position) {
        List<ChangedOrder> shown = new ArrayList<>();
        List<ChangedOrder> portion;
        long from = position;
        do {
            portion = source.changedSince(from, PORTION);
            shown.addAll(portion);
            from = shown.isEmpty() ? from : shown.get(shown.size() - 1).position();
        } while (portion.size() == PORTION && shown.size() < REMEMBERED);
        return shown;
    }

    private boolean isUntold(OrderSummary order, long position) {
        Told before = told.get(order.orderId());
        return position > knownUpTo && (before == null || before.version < order.version());
    }

    private void remember(OrderSummary order, long position) {
        told.remove(order.orderId()); // so that it becomes the youngest
        told.put(order.orderId(), new Told(order.version(), position));
        if (told.size() > REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
    }

    /** What is below needs no memory. The oldest are looked at only: what is kept a little longer does no harm. */
    private void forget() {
        Iterator<Told> oldest = told.values().iterator();
        while (oldest.hasNext() && oldest.next().position <= knownUpTo) {
            oldest.remove();
        }
    }

    private record Told(long version, long position) {}

    /** What is known of the list. */
    interface Source {

        /** Whether no other replica changes the list. */
        boolean isReadHereAlone();

        /** The global index up to which the list shows everything. */
        long position();

        /** The orders that have taken an event after a position, oldest change first. */
        List<ChangedOrder> changedSince(long position, int limit);
    }
}
