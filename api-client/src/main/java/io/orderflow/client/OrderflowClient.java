package io.orderflow.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The public API of both services. Calls block and may be made from any number of threads.
 *
 * <p>Every call may throw an {@link ApiProblem} (refused, no effect), a {@link ServiceUnreachable} (no effect) or an
 * {@link OutcomeUnknown} (may have had its effect). Before that, it is tried again as the {@link RetryPolicy} says: after
 * 429, 503, a 409 CONCURRENT_CHANGE, a connection that was refused, a lost answer, a time-out, 502 or 504. That does no
 * harm: each command carries an {@code Idempotency-Key} that stays the same over its tries.
 */
public final class OrderflowClient {

    private final Orders orders;
    private final Stock stock;
    private final Customers customers;
    private final Projections projections;

    private OrderflowClient(Builder builder) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(builder.connectTimeout)
                .build();
        Exchange exchange = new Exchange(http, new Json(), builder.requestTimeout, builder.retries);
        Route commands = new Route(builder.commandUrl);
        Route queries = new Route(builder.queryUrl);
        this.orders = new Orders(exchange, commands, queries);
        this.stock = new Stock(exchange, commands, queries);
        this.customers = new Customers(exchange, commands, queries);
        this.projections = new Projections(exchange, queries);
    }

    /** A client of services on this machine at their usual ports, until told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** The routes about orders. */
    public Orders orders() {
        return orders;
    }

    /** The routes about stock. */
    public Stock stock() {
        return stock;
    }

    /** The routes about customers. */
    public Customers customers() {
        return customers;
    }

    /** The routes about projections, for operators. */
    public Projections projections() {
        return projections;
    }

    /** How to reach the services. */
    public static final class Builder {

        private URI commandUrl = URI.create("http://localhost:8080");
        private URI queryUrl = URI.create("http://localhost:8081");
        private Duration connectTimeout = Duration.ofSeconds(2);
        private Duration requestTimeout = Duration.ofSeconds(10);
        private RetryPolicy retries = RetryPolicy.forUpTo(Duration.ofSeconds(10));

        private Builder() {}

        /** Where the command service is, without {@code /api/v1}. */
        public Builder commandUrl(URI url) {
            this.commandUrl = url;
            return this;
        }

        /** Where the query service is, without {@code /api/v1}. */
        public Builder queryUrl(URI url) {
            this.queryUrl = url;
            return this;
        }

        /** How long a connection may take; 2 s unless given. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = timeout;
            return this;
        }

        /** How long one try may take; 10 s unless given. */
        public Builder requestTimeout(Duration timeout) {
            this.requestTimeout = timeout;
            return this;
        }

        /** How long to try again; up to 10 s unless given. */
        public Builder retries(RetryPolicy policy) {
            this.retries = policy;
            return this;
        }

        /** The client. */
        public OrderflowClient build() {
            return new OrderflowClient(this);
        }
    }
}
