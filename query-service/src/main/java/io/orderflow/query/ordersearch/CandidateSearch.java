package io.orderflow.query.ordersearch;

import static io.orderflow.query.ordersummary.OrderListConditions.isByOrderTime;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.ordersummary.OrderListConditions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Narrows a question down to a bounded number of orders to look at. If one of its words, or its filter, is rare enough by
 * itself, those are the orders that have it, and the answer is complete. Otherwise they are the first orders in the order
 * asked for: of those with one of the words where an index has them in that order, else of all. What matches among these
 * are the first answers, and there may be more.
 */
@Component
class CandidateSearch {

    /** So rare that to look for a rarer word would cost more than it saves. */
    private static final int RARE = 100;

    /** Up to how many words or customers that begin so have their orders merged by time. */
    private static final int MERGED = 4;

    private final WordLookup lookup;

    CandidateSearch(WordLookup lookup) {
        this.lookup = lookup;
    }

    Candidates find(List<String> words, FindOrders filter) {
        Candidates filtered = filter.customerId() == null ? null : withFilter(filter);
        if (filtered != null && filtered.complete()) {
            return filtered;
        }
        Optional<Candidates> rarest = withRarest(words);
        if (rarest.isPresent()) {
            return rarest.get();
        }
        if (filtered == null && isNarrow(filter)) {
            filtered = withFilter(filter);
            if (filtered.complete()) {
                return filtered;
            }
        }
        if (!isByOrderTime(filter.sort())) {
            return first(new FindOrders(Set.of(), null, null, null, filter.sort(), 1, filter.pageSize()));
        }
        Optional<Candidates> byTime = filter.customerId() == null ? withWordByTime(words, filter) : Optional.empty();
        Candidates others = filtered;
        return byTime.orElseGet(() -> others == null ? withFilter(filter) : others);
    }

    /** The orders of the rarest word. Words come longest first, as these are the likeliest to be rare. */
    private Optional<Candidates> withRarest(List<String> words) {
        Optional<Set<UUID>> rarest = Optional.empty();
        for (String word : words) {
            Optional<Set<UUID>> found = all(word);
            if (found.isPresent()
                    && (rarest.isEmpty() || found.get().size() < rarest.get().size())) {
                rarest = found;
            }
            if (rarest.isPresent() && rarest.get().size() <= RARE) {
                break;
            }
        }
        return rarest.map(orders -> new Candidates(orders, true));
    }

    /** Every order that a word finds; empty if they are too many. */
    private Optional<Set<UUID>> all(String word) {
        List<UUID> customers = lookup.customers(word, Candidates.MOST);
        Set<UUID> found = new HashSet<>();
        boolean all = customers.size() < Candidates.MOST
                && addAll(found, lookup.orders(word, Candidates.MOST))
                && addAll(found, lookup.ordersOf(customers, Candidates.MOST))
                && addAll(found, ids(lookup.withId(word, Candidates.MOST)))
                && found.size() < Candidates.MOST;
        return all ? Optional.of(found) : Optional.empty();
    }

    private static boolean addAll(Set<UUID> orders, List<UUID> more) {
        orders.addAll(more);
        return more.size() < Candidates.MOST;
    }

    /** The first orders of a word by time, from the few places in the indexes that have them in that order. */
    private Optional<Candidates> withWordByTime(List<String> words, FindOrders filter) {
        return words.stream()
                .map(word -> byTime(word, filter))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Candidates> byTime(String word, FindOrders filter) {
        List<byte[]> tokens = lookup.tokens(word, MERGED + 1);
        List<UUID> customers = lookup.customers(word, MERGED + 1);
        List<Place> withId = lookup.withId(word, RARE);
        if (tokens.size() > MERGED || customers.size() > MERGED || withId.size() == RARE) {
            return Optional.empty();
        }
        boolean newestFirst = OrderListConditions.isDescending(filter.sort());
        Set<Place> merged = new TreeSet<>(newestFirst ? Place.OLDEST_FIRST.reversed() : Place.OLDEST_FIRST);
        merged.addAll(withId);
        tokens.forEach(token -> merged.addAll(lookup.withToken(token, filter, Candidates.MOST)));
        customers.forEach(
                customer -> merged.addAll(lookup.matching(indexed(Set.of(), customer, filter), Candidates.MOST)));
        List<UUID> orders =
                merged.stream().limit(Candidates.MOST).map(Place::orderId).toList();
        return Optional.of(new Candidates(orders, orders.size() < Candidates.MOST));
    }

    /** Whether an index can leave some orders out. */
    private static boolean isNarrow(FindOrders filter) {
        return filter.customerId() != null
                || filter.statuses().size() == 1
                || filter.from() != null
                || filter.to() != null;
    }

    /** The first orders by time that fulfil as much of the filter as one index has in that order. */
    private Candidates withFilter(FindOrders filter) {
        boolean byStatus = filter.customerId() == null && filter.statuses().size() == 1;
        return first(indexed(byStatus ? filter.statuses() : Set.of(), filter.customerId(), filter));
    }

    private static FindOrders indexed(Set<OrderStatus> status, @Nullable UUID customerId, FindOrders filter) {
        OrderSort sort = isByOrderTime(filter.sort()) ? filter.sort() : OrderSort.NEWEST_FIRST;
        return new FindOrders(status, customerId, filter.from(), filter.to(), sort, 1, filter.pageSize());
    }

    private Candidates first(FindOrders filter) {
        List<Place> orders = lookup.matching(filter, Candidates.MOST);
        return new Candidates(ids(orders), orders.size() < Candidates.MOST);
    }

    private static List<UUID> ids(List<Place> places) {
        return places.stream().map(Place::orderId).toList();
    }
}
