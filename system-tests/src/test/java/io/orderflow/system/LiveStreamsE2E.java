package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.LiveStream;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderListListener;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderSummary;
import io.orderflow.client.OrderView;
import io.orderflow.client.Orders;
import io.orderflow.client.Page;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of clients follow their orders live while commands go on and the query service is killed. */
class LiveStreamsE2E {

    private static final int CLIENTS = Integer.getInteger("orderflow.streams.clients", 500);
    private static final int LISTS = 5;
    private static final int COMMANDS_PER_SECOND = 50;
    private static final int SENDERS = 8;
    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");

    @TempDir
    Path data;

    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);

    @Test
    void every_client_ends_with_the_final_version_of_its_order_although_the_service_is_killed() throws Exception {
        try (Services services = Services.start(data)) {
            services.client.stock().register("DESK", "Desk", 1_000_000);
            Orders orders = services.client.orders();
            UUID customer = UUID.randomUUID();
            List<Lists> lists =
                    IntStream.range(0, LISTS).mapToObj(i -> new Lists()).toList();
            lists.forEach(list -> list.stream = orders.follow(OrderFilter.all().of(customer), list));

            List<Follower> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(new Follower(UUID.randomUUID(), UUID.randomUUID(), i % 2 == 0));
            }
            atTheUsualRate(CLIENTS, i -> {
                Follower follower = all.get(i);
                follower.acknowledged(orders.create(follower.order(customer)));
                follower.stream = orders.follow(follower.order, 0, follower);
            });
            all.forEach(follower -> within(30).until(() -> !follower.seen.isEmpty()));
            int threads = threadsOf(services.query);

            long[] killed = new long[1];
            senders.schedule(
                    () -> {
                        services.query.kill();
                        killed[0] = System.nanoTime();
                        services.query.start();
                    },
                    CLIENTS * 1_000L / COMMANDS_PER_SECOND / 2,
                    TimeUnit.MILLISECONDS);
            atTheUsualRate(2 * CLIENTS, i -> {
                Follower follower = all.get(i % CLIENTS);
                follower.acknowledged(i < CLIENTS ? follower.edit(orders, i) : follower.finish(orders));
            });
            services.query.waitUntilReady();

            all.forEach(follower -> follower.awaitEnd(orders));
            lists.forEach(list ->
                    within(30).untilAsserted(() -> assertThat(list.latest).isEqualTo(finalVersions(all))));
            report(all, killed[0], threads);
            assertThat(threads).as("threads of the query service").isLessThan(CLIENTS);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Looks at once: Awaitility's usual tenth of a second before the first look is minutes for hundreds of clients. */
    private static ConditionFactory within(int seconds) {
        return await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(seconds));
    }

    private static Map<UUID, Long> finalVersions(List<Follower> all) {
        Map<UUID, Long> versions = new ConcurrentHashMap<>();
        all.forEach(follower -> versions.put(follower.order, follower.last()));
        return versions;
    }

    /** Runs so many commands, at most one of an order at a time, and waits for the last. */
    private void atTheUsualRate(int count, IntConsumer command) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            sent.add(senders.schedule(
                    () -> command.accept(number), i * 1_000L / COMMANDS_PER_SECOND, TimeUnit.MILLISECONDS));
        }
        for (Future<?> one : sent) {
            one.get(120, TimeUnit.SECONDS);
        }
    }

    private static int threadsOf(ServiceProcess service) throws IOException, InterruptedException {
        String answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.url().resolve("/actuator/metrics/jvm.threads.live"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher value = Pattern.compile("\"value\":(\\d+)").matcher(answer);
        assertThat(value.find()).as(answer).isTrue();
        return Integer.parseInt(value.group(1));
    }

    private static void report(List<Follower> all, long killed, int threads) {
        long[] undisturbed = all.stream()
                .flatMapToLong(follower -> follower.delays(Long.MIN_VALUE, killed))
                .sorted()
                .toArray();
        long[] later = all.stream()
                .flatMapToLong(follower -> follower.delays(killed, Long.MAX_VALUE))
                .sorted()
                .toArray();
        long back = all.stream()
                .flatMapToLong(follower -> follower.seen.values().stream().mapToLong(at -> at - killed))
                .filter(after -> after > 0)
                .min()
                .orElse(0);
        System.out.printf(
                "LiveStreamsE2E: %d clients, %d threads; acknowledged to seen, before the kill: p50 %d ms, worst %d ms;"
                        + " after it: p50 %d ms, worst %d ms; first seen again %d ms after the kill%n",
                all.size(),
                threads,
                undisturbed[undisturbed.length / 2] / 1_000_000,
                undisturbed[undisturbed.length - 1] / 1_000_000,
                later[later.length / 2] / 1_000_000,
                later[later.length - 1] / 1_000_000,
                back / 1_000_000);
    }

    /** One order, whoever sends its commands, and its live client. */
    private static final class Follower implements Consumer<OrderView> {

        private final UUID order;
        private final UUID line;
        private final boolean cancelled;
        private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
        private final Map<Long, Long> seen = new ConcurrentHashMap<>();
        private final List<Long> versions = new CopyOnWriteArrayList<>();
        private volatile LiveStream stream;

        private Follower(UUID order, UUID line, boolean cancelled) {
            this.order = order;
            this.line = line;
            this.cancelled = cancelled;
        }

        private NewOrder order(UUID customer) {
            NewLine desks = new NewLine(line, "DESK", "Desk", 1, Money.of("12.50", "EUR"));
            return new NewOrder(order, customer, "EUR", List.of(desks), ADDRESS, null, false, null);
        }

        private OrderAck edit(Orders orders, int quantity) {
            return orders.changeQuantity(order, line, 2 + quantity % 7);
        }

        private OrderAck finish(Orders orders) {
            return cancelled ? orders.cancel(order, "changed my mind") : orders.place(order, "tok_approve");
        }

        private void acknowledged(OrderAck ack) {
            acknowledged.put(ack.version(), System.nanoTime());
        }

        @Override
        public void accept(OrderView view) {
            assertThat(view.orderId()).isEqualTo(order);
            versions.add(view.version());
            seen.put(view.version(), System.nanoTime());
        }

        private long last() {
            return versions.get(versions.size() - 1);
        }

        private void awaitEnd(Orders orders) {
            OrderStatus end = cancelled ? OrderStatus.CANCELLED : OrderStatus.CONFIRMED;
            OrderView order =
                    within(60).until(() -> orders.find(this.order).orElseThrow(), view -> view.status() == end);
            within(30).untilAsserted(() -> assertThat(versions)
                    .as("versions seen of %s", this.order)
                    .isEqualTo(LongStream.rangeClosed(versions.get(0), order.version())
                            .boxed()
                            .toList()));
            if (cancelled) {
                within(30).until(() -> stream.ended().toCompletableFuture().isDone());
            }
            assertThat(stream.ended().toCompletableFuture().isCompletedExceptionally())
                    .isFalse();
        }

        /** From acknowledged to seen, of what was acknowledged in a span. */
        private LongStream delays(long from, long to) {
            return acknowledged.entrySet().stream()
                    .filter(ack -> ack.getValue() >= from && ack.getValue() < to && seen.containsKey(ack.getKey()))
                    .mapToLong(ack -> Math.max(0, seen.get(ack.getKey()) - ack.getValue()));
        }
    }

    /** A client of the list that keeps the newest version of each order. */
    private static final class Lists implements OrderListListener {

        private final Map<UUID, Long> latest = new ConcurrentHashMap<>();
        private volatile LiveStream stream;

        @Override
        public void snapshot(Page<OrderSummary> orders) {
            orders.items().forEach(this::changed);
        }

        @Override
        public void changed(OrderSummary order) {
            latest.merge(order.orderId(), order.version(), Math::max);
        }

        @Override
        public void left(OrderSummary order) {
            throw new IllegalStateException("orders do not change their customer");
        }
    }
}
