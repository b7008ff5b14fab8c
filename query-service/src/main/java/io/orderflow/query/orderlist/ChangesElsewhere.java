package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.paging.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the changes of the list that no update has told of, because another replica has projected them: they are read from
 * the list, from the position up to which everything is known. Used by the live list's one thread.
 */
final class ChangesElsewhere {

    private static final String GROUP = "order-list";
    private static final int AT_ONCE = 10_000;
    private static final int REMEMBERED = 2 * AT_ONCE;

    private final Answers answers;
    private final ReadPositions positions;
    private final Map<UUID, Long> told = new LinkedHashMap<>();
    private long knownUpTo;
    private boolean alone;

    ChangesElsewhere(Answers answers, ReadPositions positions) {
        this.answers = answers;
        this.positions = positions;
    }

    /** Everything up to now is known to all. To be called before it is read for the first client. */
    void begin() {
        knownUpTo = position();
        told.clear();
    }

    /** Whether a change is told for the first time; from now on it is not. */
    boolean isNews(OrderSummary order) {
        Long before = told.get(order.orderId());
        if (before != null && before >= order.version()) {
            return false;
        }
        told.remove(order.orderId()); // so that it becomes the youngest
        told.put(order.orderId(), order.version());
        if (told.size() > REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }

    /** The orders that have changed and that nobody was told of; nothing when that is too much to be told. */
    Optional<List<OrderSummary>> find() {
        boolean wereAlone = alone;
        alone = positions.isReadHereAlone(GROUP);
        long position = position(); // first: what changes while the list is read is read again
        if (position < knownUpTo) {
            return Optional.of(List.of()); // the list is being rebuilt
        }
        List<OrderSummary> changed = alone && wereAlone
                ? List.of() // updates tell of everything
                : answers.all(new OrdersSince(knownUpTo, null, AT_ONCE), OrderSummary.class);
        knownUpTo = position;
        return changed.size() > AT_ONCE
                ? Optional.empty()
                : Optional.of(changed.stream().filter(this::isNews).toList());
    }

    private long position() {
        return positions.position(GROUP).orElse(0);
    }
}
