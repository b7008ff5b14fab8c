package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Lets a few orders live at random, side by side, and notes after each event what the order details serve. Every one of
 * these answers must be given again, to the letter, when it is asked for by version or by time.
 */
class OrderAsOfTest extends ReadModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int ORDERS = 3;
    private static final int LEAST_ROUNDS = 4;
    private static final int MOST_ROUNDS = 100;

    private final Random random = new Random(SEED);
    private final Map<UUID, List<Served>> served = new LinkedHashMap<>();
    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void serves_again_what_was_served_at_every_version_and_every_time() {
        System.out.println(getClass().getSimpleName() + ": -Dorderflow.model.seed=" + SEED);
        for (int round = 0; round < LEAST_ROUNDS || !seen.containsAll(everyKind()); round++) {
            assertThat(round).as("seed %d: seen only %s", SEED, seen).isLessThan(MOST_ROUNDS);
            live(round);
            served.forEach(this::check);
            served.clear();
        }
    }

    @Test
    void serves_no_name_of_an_erased_customer_and_everything_else_as_before() {
        live(0);
        for (UUID customer : customers(0)) {
            publish(new CustomerErased(customer));
        }
        served.values().stream().flatMap(List::stream).forEach(then -> {
            String nameless = then.body().replaceAll("\"customerName\":\"[^\"]*\",", "");
            assertThat(get(then.order(), "asOf=" + then.at()))
                    .as("seed %d: %s", SEED, then)
                    .isEqualTo(nameless);
        });
        assertThat(served.values().stream().flatMap(List::stream))
                .anyMatch(then -> then.body().contains("Customer number"));
        assertThat(rows().toString()).doesNotContain("Customer number");
    }

    private void live(int round) {
        List<UUID> customers = customers(round);
        List<OrderWalk> walks = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            UUID order = Sample.id(10_000 + ORDERS * round + i);
            walks.add(new OrderWalk(random, order, customers.get(i % customers.size())));
            served.put(order, new ArrayList<>());
        }
        Map<UUID, Integer> names = new LinkedHashMap<>();
        while (!walks.isEmpty()) {
            if (random.nextInt(5) == 0) {
                UUID customer = customers.get(random.nextInt(customers.size()));
                publish(naming(customer, names.merge(customer, 1, Integer::sum)));
            } else {
                OrderWalk walk = walks.get(random.nextInt(walks.size()));
                Optional<Object> next = walk.next();
                next.ifPresentOrElse(this::publish, () -> walks.remove(walk));
            }
        }
    }

    private void publish(Object event) {
        List<DomainEventMessage<?>> message = feed.number(List.of(event));
        feed.deliver(message);
        seen.add(event.getClass());
        served.forEach((order, answers) -> {
            MvcTestResult answer = http.get().uri("/api/v1/orders/" + order).exchange();
            if (answer.getResponse().getStatus() == 200) {
                long version = Long.parseLong(
                        String.valueOf(answer.getResponse().getHeader("ETag")).replace("\"", ""));
                answers.add(new Served(order, version, message.get(0).getTimestamp(), body(answer)));
            }
        });
    }

    private void check(UUID order, List<Served> answers) {
        Map<Long, Served> lastOfVersion = new TreeMap<>();
        for (Served then : answers) {
            lastOfVersion.put(then.version(), then);
            assertThat(get(order, "asOf=" + then.at()))
                    .as("seed %d: %s", SEED, then)
                    .isEqualTo(then.body());
            assertThat(get(order, "asOf=" + then.at().plusMillis(999)))
                    .as("seed %d: a little later than %s", SEED, then)
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

    private static List<UUID> customers(int round) {
        return List.of(Sample.id(0xC000 + 2 * round), Sample.id(0xC001 + 2 * round));
    }

    private static Object naming(UUID customer, int times) {
        String name = "Customer number " + times;
        return times == 1
                ? new CustomerRegistered(customer, name, "customer@example.org")
                : new CustomerRenamed(customer, name);
    }

    private static List<Class<?>> everyKind() {
        return Stream.of(OrderEvent.class, PaymentEvent.class)
                .flatMap(stream -> Stream.<Class<?>>of(stream.getPermittedSubclasses()))
                .toList();
    }

    private record Served(UUID order, long version, Instant at, String body) {}
}
