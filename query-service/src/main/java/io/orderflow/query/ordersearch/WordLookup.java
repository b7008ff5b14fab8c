package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.query.ordersummary.OrderListConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the indexes. Each question reads one range of one index and stops at its limit; each is sorted as the index is, as
 * a database that may stop early is otherwise tempted to look through the table.
 */
@Component
class WordLookup {

    private static final String RANGE = " where t.key.token >= :first and t.key.token < :end order by t.key.token";
    private static final String PLACE = "select new io.orderflow.query.ordersearch.Place";
    private static final String ORDERS = PLACE + "(t.key.orderedAt, t.key.orderId) from OrderSearchTokenRow t" + RANGE;
    private static final String CUSTOMERS = "select t.key.customerId from OrderSearchCustomerTokenRow t" + RANGE;
    private static final String TOKENS = "select t.key.token from OrderSearchTokenRow t" + RANGE;
    private static final String OF_CUSTOMERS =
            PLACE + "(o.orderedAt, o.orderId) from OrderSearchRow o where o.customerId = function('some', :customers)";
    private static final String OF_IDS =
            PLACE + "(o.orderedAt, o.orderId) from OrderSearchRow o where o.orderId between :first and :last"
                    + " order by o.orderId";

    private final EntityManager entities;

    WordLookup(EntityManager entities) {
        this.entities = entities;
    }

    /** Orders with a word that begins so; one that has several such words comes as often. */
    List<Place> orders(String word, int limit) {
        return range(ORDERS, Place.class, SearchWords.bytes(word), SearchWords.bytesAfter(word), limit);
    }

    /** Customers with a word in their name that begins so, likewise. */
    List<UUID> customers(String word, int limit) {
        return range(CUSTOMERS, UUID.class, SearchWords.bytes(word), SearchWords.bytesAfter(word), limit);
    }

    /** Orders of some customers, who are asked for in portions for the same reason as orders are. */
    List<Place> ordersOf(List<UUID> customers, int limit) {
        List<Place> orders = new ArrayList<>();
        TypedQuery<Place> query = entities.createQuery(OF_CUSTOMERS, Place.class);
        for (int first = 0; first < customers.size() && orders.size() < limit; first += CandidateCheck.PORTION) {
            List<UUID> portion = customers.subList(first, Math.min(customers.size(), first + CandidateCheck.PORTION));
            orders.addAll(query.setParameter("customers", portion.toArray(UUID[]::new))
                    .setMaxResults(limit - orders.size())
                    .getResultList());
        }
        return orders;
    }

    /** Orders whose id begins so. */
    List<Place> withId(String word, int limit) {
        return IdRange.of(word)
                .map(ids -> entities.createQuery(OF_IDS, Place.class)
                        .setParameter("first", ids.first())
                        .setParameter("last", ids.last())
                        .setMaxResults(limit)
                        .getResultList())
                .orElse(List.of());
    }

    /** The different words of orders that begin so. */
    List<byte[]> tokens(String word, int limit) {
        List<byte[]> tokens = new ArrayList<>();
        byte[] end = SearchWords.bytesAfter(word);
        List<byte[]> next = range(TOKENS, byte[].class, SearchWords.bytes(word), end, 1);
        while (!next.isEmpty() && tokens.size() < limit) {
            byte[] token = next.get(0);
            tokens.add(token);
            byte[] behind = Arrays.copyOf(token, token.length + 1); // a zero: nothing lies between
            next = range(TOKENS, byte[].class, behind, end, 1);
        }
        return tokens;
    }

    /** The first orders with a word, within the filter's time, by time in the direction of its sort. */
    List<Place> withToken(byte[] token, FindOrders filter, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("token", token));
        String time = "";
        if (filter.from() != null) {
            time += " and t.key.orderedAt >= :from";
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            time += " and t.key.orderedAt < :to";
            parameters.put("to", filter.to());
        }
        String direction = OrderListConditions.isDescending(filter.sort()) ? " desc" : "";
        // the word leads, although it is always the same, for H2 to see that the index is sorted so
        String order = " order by t.key.token%1$s, t.key.orderedAt%1$s, t.key.orderId%1$s".formatted(direction);
        String rows = PLACE + "(t.key.orderedAt, t.key.orderId) from OrderSearchTokenRow t where t.key.token = :token";
        return read(rows + time + order, Place.class, parameters, limit);
    }

    /** The first orders that match, in the order asked for. */
    List<Place> matching(FindOrders filter, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = OrderListConditions.where(OrderListConditions.of(filter, parameters));
        String order = " order by " + OrderListConditions.order(filter);
        String rows = PLACE + "(o.orderedAt, o.orderId) from OrderSearchRow o";
        return read(rows + where + order, Place.class, parameters, limit);
    }

    private <T> List<T> range(String query, Class<T> type, byte[] first, byte[] end, int limit) {
        return read(query, type, Map.of("first", first, "end", end), limit);
    }

    private <T> List<T> read(String query, Class<T> type, Map<String, Object> parameters, int limit) {
        TypedQuery<T> rows = entities.createQuery(query, type);
        parameters.forEach(rows::setParameter);
        return rows.setMaxResults(limit).getResultList();
    }
}
