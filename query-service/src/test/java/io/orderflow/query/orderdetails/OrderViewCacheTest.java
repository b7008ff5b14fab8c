package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.HOME;
import static io.orderflow.query.platform.projection.Sample.WORK;
import static io.orderflow.query.platform.projection.Sample.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.order.query.FindOrder;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.freshness.ReadPositions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Over HTTP, with the real processors: what is kept is used, and never when it is not true any more. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderViewCacheTest {

    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine events;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    ReadPositions positions;

    @Autowired
    OrderViewCache cache;

    @Autowired
    OrderDetailsQueries queries;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID order = UUID.randomUUID();

    @BeforeEach
    void segments_are_claimed() {
        await().until(() -> positions.isReadHereAlone("order-details"));
        append(OrderEvent.streamOf(order), 0, opened(order));
        get("?minVersion=0&wait=20s");
    }

    @Test
    void a_view_that_is_asked_for_again_is_kept() {
        double before = hits();
        await().untilAsserted(() -> {
            get("");
            assertThat(hits()).isGreaterThan(before);
        });
    }

    @Test
    void a_reader_never_sees_less_than_it_waited_for_or_saw_before() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong shown = new AtomicLong();
        CompletableFuture<Long> follower = CompletableFuture.supplyAsync(() -> {
            long reads = 0;
            while (!done.get()) {
                long atLeast = shown.get();
                assertThat(version(get(""))).isGreaterThanOrEqualTo(atLeast);
                reads++;
            }
            return reads;
        });
        for (int version = 1; version <= 300; version++) {
            append(
                    OrderEvent.streamOf(order),
                    version,
                    new ShippingAddressChanged(order, version % 2 == 0 ? HOME : WORK));
            HttpResponse<String> answer = get("?minVersion=" + version + "&wait=20s");
            assertThat(version(answer)).isEqualTo(version);
            shown.set(version);
        }
        done.set(true);
        assertThat(follower.join()).isPositive();
        assertThat(get("").body()).contains(HOME.street());
    }

    @Test
    void a_new_name_of_the_customer_is_shown() {
        append(CustomerEvent.streamOf(ADA), 0, new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        await().untilAsserted(() -> assertThat(get("").body()).contains("\"Ada\""));
        append(CustomerEvent.streamOf(ADA), 1, new CustomerRenamed(ADA, "Ada King"));
        // well within the time after which what is kept is read anew in any case
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(get("").body()).contains("Ada King"));
    }

    @Test
    void a_view_is_not_kept_when_a_later_version_was_seen_while_it_was_read() {
        UUID key = UUID.randomUUID(); // no event is about it
        cache.get(key, same -> {
            Optional<OrderView> older = view();
            cache.isAtLeast(key, 1);
            return older;
        });
        assertThat(cache.get(key, same -> Optional.empty())).isEmpty();
    }

    @Test
    void a_view_does_not_replace_a_later_one_that_was_kept_while_it_was_read() {
        UUID key = UUID.randomUUID();
        Optional<OrderView> older = view();
        append(OrderEvent.streamOf(order), 1, new ShippingAddressChanged(order, WORK));
        get("?minVersion=1&wait=20s");
        Optional<OrderView> later = view();
        await().untilAsserted(
                        () -> { // an event that is projected meanwhile lets nothing be kept
                            cache.get(key, same -> {
                                assertThat(cache.get(key, again -> later)).isEqualTo(later);
                                return older;
                            });
                            assertThat(cache.get(key, same -> Optional.empty())).isEqualTo(later);
                        });
    }

    private Optional<OrderView> view() {
        return queries.handle(new FindOrder(order));
    }

    private double hits() {
        return metrics.get("cache.gets")
                .tag("cache", "order-views")
                .tag("result", "hit")
                .functionCounter()
                .count();
    }

    private static long version(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("stale");
        Matcher version = VERSION.matcher(answer.body());
        assertThat(version.find()).as(answer.body()).isTrue();
        return Long.parseLong(version.group(1));
    }

    private void append(String stream, long version, Object event) {
        events.appendEvents(new GenericDomainEventMessage<>("Test", stream, version, event));
    }

    private HttpResponse<String> get(String query) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/orders/" + order + query);
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .join();
    }
}
