package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.query.ordersummary.OrderListConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at candidates, a portion at a time: H2 compares each row that it finds with every id asked for, so that the time
 * for all at once would grow with the square of their number.
 */
@Component
class CandidateCheck {

    /** How many orders are asked for at once. */
    static final int PORTION = 200;

    /** How many are looked at for the total to be exact, although the page may be full before. */
    private static final int CHEAP = 500;

    private static final String MATCHES =
            "select new io.orderflow.query.ordersearch.Match(o.orderId, o.orderedAt, o.createdAt, o.updatedAt, o.total)"
                    + " from OrderSearchRow o left join OrderSearchCustomerRow c on c.customerId = o.customerId";

    private final EntityManager entities;

    CandidateCheck(EntityManager entities) {
        this.entities = entities;
    }

    /** The candidates that match; once they fill the page asked for and one more, the others may be left out. */
    Matches matching(Candidates candidates, List<String> words, FindOrders filter) {
        List<Place> orders = candidates.orders();
        if (candidates.certain() && candidates.inOrder()) {
            return new Matches(orders.stream().map(Place::orderId).toList(), candidates.complete());
        }
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<Match> query = entities.createQuery(text(words, filter, parameters), Match.class);
        parameters.forEach(query::setParameter);
        long enough = (long) filter.page() * filter.pageSize();
        List<Match> matches = new ArrayList<>();
        int seen = 0;
        while (seen < orders.size() && !(candidates.inOrder() && seen >= CHEAP && matches.size() > enough)) {
            List<Place> portion = orders.subList(seen, Math.min(orders.size(), seen + PORTION));
            // an array: a list would be a parameter for each id, and another statement for each number of them
            UUID[] ids = portion.stream().map(Place::orderId).toArray(UUID[]::new);
            matches.addAll(query.setParameter("candidates", ids).getResultList());
            seen += portion.size();
        }
        matches.sort(Match.by(filter.sort()));
        return new Matches(
                matches.stream().map(Match::orderId).toList(), candidates.complete() && seen == orders.size());
    }

    /** Every text is a constant; what the caller gave is a parameter. */
    private static String text(List<String> words, FindOrders filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add("o.orderId = function('some', :candidates)");
        conditions.addAll(OrderListConditions.of(filter, parameters));
        for (int i = 0; i < words.size(); i++) {
            conditions.add(occurs(words.get(i), i, parameters));
        }
        return MATCHES + OrderListConditions.where(conditions);
    }

    /** In a text of words each begins with a space; a name that is not known is as good as none. */
    private static String occurs(String word, int number, Map<String, Object> parameters) {
        parameters.put("word" + number, SearchWords.beginningOf(word));
        String anywhere = "locate(:word%1$d, o.words) > 0 or locate(:word%1$d, c.words) > 0";
        Optional<IdRange> ids = IdRange.of(word);
        if (ids.isPresent()) {
            parameters.put("first" + number, ids.get().first());
            parameters.put("last" + number, ids.get().last());
            anywhere += " or o.orderId between :first%1$d and :last%1$d";
        }
        return "(" + anywhere.formatted(number) + ")";
    }
}
