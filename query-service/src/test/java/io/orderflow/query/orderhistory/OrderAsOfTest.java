package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Lets a few orders live at random, side by side, and notes after each event what the order details serve. Every one of
 * these answers must be given again, to the letter, when it is asked for by version or by time.
 */
class OrderAsOfTest extends ReadModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int LEAST_ORDERS = 8;
    private static final int MOST_TRIED = 10_000;
    private static final String NAME = "\"customerName\":\"[^\"]*\",";
    private static final List<UUID> CUSTOMERS = List.of(Sample.ADA, Sample.BOB);

    private final Random random = new Random(SEED);
    private final Map<UUID, UUID> customerOf = new LinkedHashMap<>();
    private final Map<UUID, List<Served>> served = new LinkedHashMap<>();

    @Test
    void serves_again_what_was_served_at_every_version_and_every_time() {
        System.out.println(getClass().getSimpleName() + ": -Dorderflow.model.seed=" + SEED);
        live(ordersOfEveryKind());
        served.forEach(this::check);
    }

    @Test
    void serves_no_name_of_an_erased_customer_and_everything_else_as_before() {
        live(List.of(OrderWalk.of(random, Sample.id(1), Sample.ADA), OrderWalk.of(random, Sample.id(2), Sample.BOB)));
        publish(new CustomerErased(Sample.ADA));
        for (Served then : served.get(Sample.id(1))) {
            assertThat(get(then.order(), "asOf=" + then.at()))
                    .as("seed %d: %s", SEED, then)
                    .isEqualTo(then.body().replaceAll(NAME, ""));
        }
        assertThat(served.get(Sample.id(1)).stream().filter(then -> then.body().contains("customerName")))
                .isNotEmpty();
        check(Sample.id(2), served.get(Sample.id(2)));
        assertThat(rows().get("order_history_name").toString())
                .contains(Sample.BOB.toString())
                .doesNotContain(Sample.ADA.toString());
    }

    /** Lives of orders in which, together, everything happens that can happen. */
    private List<List<Object>> ordersOfEveryKind() {
        Set<Class<?>> unseen = new HashSet<>();
        for (Class<?> stream : List.of(OrderEvent.class, PaymentEvent.class)) {
            unseen.addAll(List.of(stream.getPermittedSubclasses()));
        }
        List<List<Object>> orders = new ArrayList<>();
        for (int tried = 0; tried < MOST_TRIED && (!unseen.isEmpty() || orders.size() < LEAST_ORDERS); tried++) {
            UUID customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
            List<Object> order = OrderWalk.of(random, Sample.id(1 + orders.size()), customer);
            boolean isNew =
                    unseen.removeAll(order.stream().map(Object::getClass).toList());
            if (isNew || orders.size() < LEAST_ORDERS / 2 || unseen.isEmpty()) {
                orders.add(order);
            }
        }
        assertThat(unseen).as("seed %d: what never happened", SEED).isEmpty();
        return orders;
    }

    /** Publishes the events of all orders, each order's own in their order, mixed with names of the customers. */
    private void live(List<List<Object>> orders) {
        List<Deque<Object>> waiting = new ArrayList<>();
        orders.forEach(events -> waiting.add(new ArrayDeque<>(events)));
        Map<UUID, Integer> names = new HashMap<>();
        while (!waiting.isEmpty() || names.size() < CUSTOMERS.size()) {
            if (waiting.isEmpty() || random.nextInt(8) == 0) {
                UUID customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
                publish(naming(customer, names.merge(customer, 1, Integer::sum)));
            } else {
                Deque<Object> order = waiting.get(random.nextInt(waiting.size()));
                publish(order.remove());
                waiting.removeIf(Deque::isEmpty);
            }
        }
    }

    private void publish(Object event) {
        List<DomainEventMessage<?>> messages = feed.number(List.of(event));
        feed.deliver(messages);
        Instant at = messages.get(0).getTimestamp();
        if (event instanceof OrderCreated created) {
            customerOf.put(created.orderId(), created.customerId());
        }
        if (event instanceof OrderEvent about) {
            look(about.orderId(), at);
        } else if (event instanceof PaymentEvent about) {
            look(about.orderId(), at);
        } else if (event instanceof CustomerEvent about) {
            customerOf.forEach((order, customer) -> {
                if (customer.equals(about.customerId())) {
                    look(order, at);
                }
            });
        }
    }

    private void look(UUID order, Instant at) {
        MvcTestResult answer = http.get().uri("/api/v1/orders/" + order).exchange();
        assertThat(answer).hasStatus(200);
        String tag = String.valueOf(answer.getResponse().getHeader("ETag"));
        long version = Long.parseLong(tag.replace("\"", ""));
        served.computeIfAbsent(order, first -> new ArrayList<>()).add(new Served(order, version, at, body(answer)));
    }

    private void check(UUID order, List<Served> answers) {
        Map<Long, Served> lastOfVersion = new TreeMap<>();
        for (Served then : answers) {
            lastOfVersion.put(then.version(), then);
            Instant atOrSoonAfter = then.at().plusMillis(random.nextInt(2) * 999L);
            assertThat(get(order, "asOf=" + atOrSoonAfter))
                    .as("seed %d: asOf=%s, %s", SEED, atOrSoonAfter, then)
                    .isEqualTo(then.body());
        }
        lastOfVersion.forEach((version, then) -> assertThat(get(order, "asOfVersion=" + version))
                .as("seed %d: %s", SEED, then)
                .isEqualTo(then.body()));
        assertThat(lastOfVersion.keySet()).hasSizeGreaterThan(1);
        assertThat(status(order, "asOfVersion=" + lastOfVersion.size())).isEqualTo(404);
        assertThat(status(order, "asOf=" + answers.get(0).at().minusMillis(1))).isEqualTo(404);
    }

    private String get(UUID order, String query) {
        return body(http.get().uri("/api/v1/orders/" + order + "?" + query).exchange());
    }

    private int status(UUID order, String query) {
        return http.get()
                .uri("/api/v1/orders/" + order + "?" + query)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object naming(UUID customer, int times) {
        String name = "Customer number " + times;
        return times == 1
                ? new CustomerRegistered(customer, name, "customer@example.org")
                : new CustomerRenamed(customer, name);
    }

    private record Served(UUID order, long version, Instant at, String body) {}
}
