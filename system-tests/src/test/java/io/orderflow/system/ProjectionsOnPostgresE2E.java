package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderflowException;
import io.orderflow.client.Replay;
import io.orderflow.processes.LocalPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While orders come in, a projection meets an event that it cannot handle, and is mended; then every read model is built anew
 * twice, the service being killed in the middle, and those who read notice nothing.
 */
class ProjectionsOnPostgresE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int ORDERS_A_SECOND = 10;
    private static final int RECENT = 40; // an order of one segment may be shown before an older one of another
    private static final UUID VICTIM = UUID.randomUUID();

    @TempDir
    Path data;

    private final LocalPostgres postgres = new LocalPostgres();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(3);
    private final List<UUID> sold = new CopyOnWriteArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean serving = new AtomicBoolean(true);
    private Services services;

    @AfterEach
    void stop() {
        callers.shutdownNow();
        if (services != null) {
            services.close();
        }
        postgres.close();
    }

    @Test
    void a_projection_is_mended_and_every_read_model_built_anew_while_orders_come_in() throws Exception {
        services = Services.start(data, postgres.settings());
        services.client.stock().register("DESK", "Desk", 1_000_000);
        callers.scheduleAtFixedRate(
                () -> sold.add(sell(UUID.randomUUID())), 0, 1_000 / ORDERS_A_SECOND, TimeUnit.MILLISECONDS);
        await().atMost(PATIENCE).until(() -> sold.size() > 50);
        callers.scheduleWithFixedDelay(this::read, 0, 20, TimeUnit.MILLISECONDS);

        poison();
        for (int round = 0; round < 2; round++) {
            boolean killed = round == 1;
            names().forEach(name -> services.client.projections().replay(name));
            if (killed) {
                await().atMost(PATIENCE).until(() -> names().stream().anyMatch(this::isUnderWay));
                serving.set(false);
                services.query.kill();
                services.query.startAndWait();
                serving.set(true);
            }
            readModels().awaitRebuilt();
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong).isEmpty();
        assertThat(services.client.projections().list()).allMatch(projection -> projection.generation() == 3);

        readModels().assertThatRebuiltTheyAreTheSame();
        assertThat(services.client.orders().list(OrderFilter.all().page(1, 1)).total())
                .isEqualTo(sold.size() + 1);
    }

    /** An order whose row the list may not hold; what the cause is, and that it is gone, only the database knows. */
    private void poison() throws Exception {
        sql("alter table read_models_order_list_1.order_list add constraint poison check (customer_id <> '" + VICTIM
                + "')");
        UUID poisoned = sell(VICTIM);
        await().atMost(PATIENCE).until(() -> letters() > 0);
        UUID other = sell(UUID.randomUUID());
        sold.add(other);
        assertThat(get("/orders?pageSize=1&wait=20s&after=" + other + ":1"))
                .as("another order, meanwhile")
                .doesNotContain("\"stale\"");
        assertThat(get("/projections/order-list/dead-letters"))
                .contains("order-" + poisoned, "violates check constraint")
                .contains("\"total\":1");
        assertThat(get("/orders?customerId=" + VICTIM)).contains("\"total\":0");
        assertThat(get("/orders/" + poisoned)).as("other read models").contains(VICTIM.toString());

        sql("alter table read_models_order_list_1.order_list drop constraint poison");
        assertThat(post("/projections/order-list/dead-letters/retries")).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> letters() == 0);
        assertThat(get("/orders?customerId=" + VICTIM)).contains("\"total\":1");
    }

    /** What has been sold is in the list and can be seen, whichever generation answers. */
    private void read() {
        try {
            int atLeast = sold.size();
            UUID last = sold.get(atLeast - 1);
            String after = sold.subList(atLeast - RECENT, atLeast).stream()
                    .map(order -> order + ":0")
                    .collect(Collectors.joining(","));
            String list = get("/orders?pageSize=1&wait=10s&after=" + after);
            Matcher total = Pattern.compile("\"total\":(\\d+)").matcher(list);
            String view = get("/orders/" + last + "?minVersion=0&wait=10s");
            boolean isRight = total.find()
                    && Integer.parseInt(total.group(1)) >= atLeast
                    && !list.contains("\"stale\"")
                    && view.contains(last.toString());
            if (!isRight && serving.get()) {
                wrong.add(atLeast + " sold: " + list + " " + view);
            }
        } catch (Exception e) {
            if (serving.get() && !Thread.currentThread().isInterrupted()) {
                wrong.add(e.toString());
            }
        }
    }

    private boolean isUnderWay(String name) {
        return services.client
                .projections()
                .currentReplay(name)
                .filter(replay -> replay.state() == Replay.State.RUNNING && replay.progress() > 0.2)
                .isPresent();
    }

    private List<String> names() {
        return readModels().names();
    }

    private ReadModels readModels() {
        return new ReadModels(services.client.projections(), PATIENCE);
    }

    private long letters() {
        return services.client
                .projections()
                .find("order-list")
                .map(projection -> projection.deadLetters().sequences())
                .orElseThrow();
    }

    private UUID sell(UUID customer) {
        UUID order = UUID.randomUUID();
        NewLine line = NewLine.of("DESK", "Desk", 1, Money.of("9.50", "EUR"));
        Address home = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
        try {
            services.client
                    .orders()
                    .create(NewOrder.pending(customer, "EUR", List.of(line), home)
                            .withId(order)
                            .placedWith("tok_approve"));
            return order;
        } catch (OrderflowException e) {
            wrong.add("an order was refused: " + e);
            throw e;
        }
    }

    private String get(String route) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(services.query.url().resolve("/api/v1" + route))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private int post(String route) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(services.query.url().resolve("/api/v1" + route))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
