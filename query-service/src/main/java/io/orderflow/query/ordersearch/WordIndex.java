package io.orderflow.query.ordersearch;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The rows by which orders and customers are found: one for each word they have. After removals it flushes, as Hibernate
 * would otherwise insert a word that comes back in the same batch before it deletes the old row.
 */
@Component
class WordIndex {

    private final EntityManager entities;

    WordIndex(EntityManager entities) {
        this.entities = entities;
    }

    void add(OrderSearchRow order, Collection<String> words) {
        for (String word : order.add(words)) {
            entities.persist(new OrderSearchTokenRow(OrderSearchTokenRow.Key.of(word, order)));
        }
    }

    void remove(OrderSearchRow order, Collection<String> words) {
        for (String word : order.remove(words)) {
            remove(OrderSearchTokenRow.class, OrderSearchTokenRow.Key.of(word, order));
        }
        entities.flush();
    }

    void change(UUID customerId, List<String> before, Set<String> after) {
        Set<String> fresh = new LinkedHashSet<>(after);
        before.forEach(fresh::remove);
        for (String word : fresh) {
            entities.persist(new OrderSearchCustomerTokenRow(OrderSearchCustomerTokenRow.Key.of(word, customerId)));
        }
        List<String> gone =
                before.stream().filter(word -> !after.contains(word)).toList();
        if (!gone.isEmpty()) {
            gone.forEach(word ->
                    remove(OrderSearchCustomerTokenRow.class, OrderSearchCustomerTokenRow.Key.of(word, customerId)));
            entities.flush();
        }
    }

    private void remove(Class<?> type, Object key) {
        Object row = entities.find(type, key);
        if (row == null) {
            throw new IllegalStateException("a row of a word is missing: " + key);
        }
        entities.remove(row);
    }
}
