package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.LiveStream;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Projection;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Events that cannot be handled, written past the services: each is the second of an order of its own, behind a good one and
 * before a good one. Its order is held back and no other, until somebody decides to go on without it.
 */
final class Poison {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern LETTER =
            Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"sequence\":\"[^\"]*\",\"stream\":\"[^\"]*\",\"version\":1,");

    private enum Kind {
        OF_NO_KNOWN_TYPE("OrderGifted", "{}"),
        NO_JSON("OrderPlaced", "{\"orderId\":"),
        NO_OBJECT("OrderPlaced", "[]"),
        WITHOUT_WHAT_IS_REQUIRED("OrderPlaced", "{}"),
        OF_ANOTHER_REVISION("ShippingAddressChanged", "{\"order\":\"%s\",\"to\":\"Berlin\"}"),
        AGAINST_A_CONSTRAINT("ShippingAddressChanged", address("Ada", "null")),
        NOT_POISON_BUT_LARGE("ShippingAddressChanged", address("A".repeat(1_000_000), "\"Berlin\""));

        private final String type;
        private final String payload;

        Kind(String type, String payload) {
            this.type = type;
            this.payload = payload;
        }

        private static String address(String recipient, String city) {
            return "{\"orderId\":\"%s\",\"shippingAddress\":{\"recipient\":\"" + recipient
                    + "\",\"street\":\"Ring 1\",\"postalCode\":\"10115\",\"city\":" + city + ",\"country\":\"DE\"}}";
        }
    }

    private final Installation services;
    private final StoredEvents store;
    private final Map<UUID, Kind> orders = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Poison(Installation services, StoredEvents store) {
        this.services = services;
        this.store = store;
    }

    /** All kinds at once; mended by discarding what cannot be handled. */
    Fault asFault() {
        return new Fault(Kind.values().length + " poison events", Duration.ZERO, this::append, this::mend);
    }

    private void append() {
        orders.clear();
        for (Kind kind : Kind.values()) {
            UUID order = UUID.randomUUID();
            orders.put(order, kind);
            store.appendOrder(
                    order,
                    List.of(
                            Map.entry(kind.type, kind.payload.replace("%s", order.toString())),
                            Map.entry("OrderConfirmed", "{\"orderId\":\"" + order + "\"}")));
        }
    }

    private void mend() {
        await().atMost(PATIENCE).until(() -> held("order-details").size() == Kind.values().length - 1);
        UUID followed = orders.keySet().iterator().next();
        List<Long> told = new CopyOnWriteArrayList<>();
        LiveStream live = services.patient().orders().follow(followed, 0, view -> told.add(view.version()));
        try {
            await().atMost(PATIENCE).until(() -> told.contains(0L));
            // some read models are slower than others, and park theirs later
            await().atMost(PATIENCE).untilAsserted(() -> {
                projections().forEach(this::discardPoison);
                assertThat(services.patient().projections().list()).allMatch(Poison::isWell);
            });
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).containsExactly(0L, 2L));
        } finally {
            live.close();
        }
        orders.forEach((order, kind) -> await().atMost(PATIENCE).untilAsserted(() -> {
            OrderView view = services.patient().orders().find(order).orElseThrow();
            assertThat(view.version())
                    .as("version of the order behind one %s", kind)
                    .isEqualTo(2);
            assertThat(view.status()).as("order behind one %s", kind).isEqualTo(OrderStatus.CONFIRMED);
        }));
    }

    private static boolean isWell(Projection projection) {
        return projection.deadLetters().events() == 0 && projection.state().equals("RUNNING");
    }

    private List<String> projections() {
        return services.patient().projections().list().stream()
                .map(Projection::name)
                .toList();
    }

    /** The first letters of the sequences that are held back by the poison itself: what comes after it is good. */
    private List<String> held(String projection) {
        String page = call("GET", "projections/" + projection + "/dead-letters?pageSize=100");
        return LETTER.matcher(page).results().map(letter -> letter.group(1)).toList();
    }

    private void discardPoison(String projection) {
        held(projection)
                .forEach(letter ->
                        call("DELETE", "projections/" + projection + "/dead-letters/" + letter + "?reason=poison"));
    }

    private String call(String method, String route) {
        ServiceProcess query = services.queries.get(0);
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(query.url() + "/api/v1/" + route))
                                    .timeout(Duration.ofSeconds(30))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return ""; // asked again soon
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
