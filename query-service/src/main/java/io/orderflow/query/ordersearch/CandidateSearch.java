package io.orderflow.query.ordersearch;

import static io.orderflow.query.ordersummary.OrderListConditions.isByOrderTime;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import java.util.ArrayList;
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

    /** How many customers that begin so have their orders looked up; with more of them the word counts as common. */
    private static final int CUSTOMERS = 1_000;

    private final WordLookup lookup;

    CandidateSearch(WordLookup lookup) {
        this.lookup = lookup;
    }

    Candidates find(List<String> words, FindOrders filter) {
        Candidates filtered = filter.customerId() == null ? null : withFilter(filter);
        if (filtered != null && filtered.complete()) {
            return filtered;
        }
        Optional<Set<Place>> rarest = withRarest(words);
        if (rarest.isPresent()) {
            return all(rarest.get(), words, filter);
        }
        if (filtered == null && isNarrow(filter)) {
            filtered = withFilter(filter);
            if (filtered.complete()) {
                return filtered;
            }
        }
        if (!isByOrderTime(filter.sort())) {
            return first(new FindOrders(Set.of(), null, null, null, filter.sort(), 1, filter.pageSize()), true);
        }
        Optional<Candidates> byTime = filter.customerId() == null ? withWordByTime(words, filter) : Optional.empty();
        Candidates others = filtered;
        return byTime.orElseGet(() -> others == null ? withFilter(filter) : others);
    }

    /** The orders of the rarest word. Words come longest first, as these are the likeliest to be rare. */
    private Optional<Set<Place>> withRarest(List<String> words) {
        Optional<Set<Place>> rarest = Optional.empty();
        for (String word : words) {
            Optional<Set<Place>> found = all(word);
            if (found.isPresent()
                    && (rarest.isEmpty() || found.get().size() < rarest.get().size())) {
                rarest = found;
            }
            if (rarest.isPresent() && rarest.get().size() <= RARE) {
                break;
            }
        }
        return rarest;
    }

    /** Every order that a word finds; empty if they are too many. */
    private Optional<Set<Place>> all(String word) {
        Set<Place> found = new HashSet<>();
        if (!addAll(found, lookup.orders(word, Candidates.MOST))
                || !addAll(found, lookup.withId(word, Candidates.MOST))) {
            return Optional.empty();
        }
        List<UUID> customers = lookup.customers(word, CUSTOMERS);
        boolean all = customers.size() < CUSTOMERS
                && addAll(found, lookup.ordersOf(customers, Candidates.MOST))
                && found.size() < Candidates.MOST;
        return all ? Optional.of(found) : Optional.empty();
    }

    private static boolean addAll(Set<Place> orders, List<Place> more) {
        orders.addAll(more);
        return more.size() < Candidates.MOST;
    }

    private static Candidates all(Set<Place> orders, List<String> words, FindOrders filter) {
        boolean byTime = isByOrderTime(filter.sort());
        List<Place> places = new ArrayList<>(orders);
        if (byTime) {
            places.sort(Place.by(filter.sort()));
        }
        boolean unfiltered = filter.customerId() == null && filter.statuses().isEmpty() && !isNarrow(filter);
        return new Candidates(places, true, byTime, words.size() == 1 && unfiltered);
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
        Set<Place> merged = new TreeSet<>(Place.by(filter.sort()));
        merged.addAll(withId);
        tokens.forEach(token -> merged.addAll(lookup.withToken(token, filter, Candidates.MOST)));
        customers.forEach(
                customer -> merged.addAll(lookup.matching(indexed(Set.of(), customer, filter), Candidates.MOST)));
        List<Place> orders = merged.stream().limit(Candidates.MOST).toList();
        return Optional.of(new Candidates(orders, orders.size() < Candidates.MOST, true, false));
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
        FindOrders byTime = indexed(byStatus ? filter.statuses() : Set.of(), filter.customerId(), filter);
        return first(byTime, isByOrderTime(filter.sort()));
    }

    private static FindOrders indexed(Set<OrderStatus> status, @Nullable UUID customerId, FindOrders filter) {
        OrderSort sort = isByOrderTime(filter.sort()) ? filter.sort() : OrderSort.NEWEST_FIRST;
        return new FindOrders(status, customerId, filter.from(), filter.to(), sort, 1, filter.pageSize());
    }

    private Candidates first(FindOrders filter, boolean inOrder) {
        List<Place> orders = lookup.matching(filter, Candidates.MOST);
        return new Candidates(orders, orders.size() < Candidates.MOST, inOrder, false);
    }
}
