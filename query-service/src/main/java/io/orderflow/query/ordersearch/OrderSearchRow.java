package io.orderflow.query.ordersearch;

import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.query.ordersummary.OrderSummaryRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An order as it is found and shown. While it can be edited, a word is in it as often as it was added, so that what one
 * line loses another one keeps.
 */
@Entity
@Table(name = "order_search")
class OrderSearchRow extends OrderSummaryRow {

    @Column(name = "city")
    private String city = "";

    @Column(name = "words")
    private String words = "";

    /** For Hibernate. */
    OrderSearchRow() {}

    OrderSearchRow(OrderCreated event, Instant at) {
        super(event, at);
    }

    String city() {
        return city;
    }

    void shipTo(String newCity) {
        city = newCity;
    }

    /** Adds words and tells which of them are new. */
    Set<String> add(Collection<String> more) {
        List<String> known = SearchWords.words(words);
        Set<String> fresh = new LinkedHashSet<>(more);
        fresh.removeAll(new HashSet<>(known));
        words += SearchWords.text(linesKept() ? more : fresh);
        return fresh;
    }

    /** Takes words away, each as often as it is given, and tells which of them are gone. */
    Set<String> remove(Collection<String> less) {
        List<String> left = new ArrayList<>(SearchWords.words(words));
        less.forEach(left::remove);
        words = SearchWords.text(left);
        Set<String> gone = new LinkedHashSet<>(less);
        gone.removeAll(new HashSet<>(left));
        return gone;
    }

    void endEdits() {
        linesKept(false);
        words = SearchWords.text(new LinkedHashSet<>(SearchWords.words(words)));
    }
}
