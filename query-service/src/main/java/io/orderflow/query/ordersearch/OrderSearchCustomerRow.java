package io.orderflow.query.ordersearch;

import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's present name and its words. They are the customer's and not copied into the orders: a new name is a few rows
 * however many orders there are, and it does not matter which of order and customer is projected first.
 */
@Entity
@Table(name = "order_search_customer")
class OrderSearchCustomerRow {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "words")
    private String words = "";

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderSearchCustomerRow() {}

    OrderSearchCustomerRow(UUID customerId) {
        this.customerId = customerId;
    }

    long version() {
        return version;
    }

    List<String> words() {
        return SearchWords.words(words);
    }

    void take(long sequence, @Nullable String newName, Set<String> newWords) {
        version = sequence;
        name = newName;
        words = SearchWords.text(newWords);
    }
}
