package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.OrderflowClient;
import io.orderflow.system.walk.Walker.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Several random walks at once, and all that the query service says about them afterwards. */
public final class Walk {

    private static final int WALKERS = 4;
    private static final List<String> MODELS =
            List.of("/orders", "/orders/search?q=desk", "/stock", "/statistics/sales");

    private final long seed;
    private final int orders;
    private final Reads reads;
    private final Instant end = Instant.now();
    private final List<Walker> walkers = new ArrayList<>();
    private final Map<UUID, String> details = new ConcurrentHashMap<>();
    private final Queue<Map<String, Object>> rows = new ConcurrentLinkedQueue<>();
    private final List<RandomWalk> walks = new ArrayList<>();

    /**
     * @param seed decides everything but times and the ids that the services choose
     * @param orders how many orders to create, over all walkers
     * @param query where the query service is
     */
    public Walk(long seed, int orders, OrderflowClient client, URI query) {
        this.seed = seed;
        this.orders = orders;
        reads = new Reads(query);
        for (int number = 0; number < WALKERS; number++) {
            Random random = new Random(seed + number);
            walkers.add(new Walker(client, reads, random));
            walks.add(new RandomWalk(walkers.get(number), random, "W" + number, end));
        }
    }

    /** Sends commands until there were so many, and waits until everything that follows from them has happened. */
    public void run(int commands) {
        sideBySide(walks, walk -> walk.run(orders / WALKERS, commands / WALKERS));
        walks.forEach(RandomWalk::close);
        System.out.printf(
                "ReadModelsWalkE2E: %d commands, %d of them refused, %d orders: %s%n",
                walkers.stream().mapToInt(walker -> walker.commands).sum(),
                walkers.stream().mapToInt(walker -> walker.refused).sum(),
                orders().size(),
                orders().stream()
                        .collect(
                                Collectors.groupingBy(order -> order.now.status, TreeMap::new, Collectors.counting())));
        awaitRest();
    }

    /** Waits until every read model shows everything. */
    public void awaitRest() {
        sideBySide(orders(), order -> await("all events of " + order.id)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> reads.object("/orders/%s/history?pageSize=1".formatted(order.id))
                                .get("total"),
                        total -> total.equals((long) order.facts.size() + order.payment.facts.size())));
        for (Walker walker : walkers) {
            for (ExpectedProduct product : walker.shop.products.values()) {
                reads.body("/stock/%s?minVersion=%d&wait=30s".formatted(product.sku, product.version));
            }
        }
        Instant now = Instant.now();
        List<String> routes = new ArrayList<>(MODELS);
        routes.add("/orders/" + orders().get(0).id);
        routes.add("/customers/" + orders().get(0).customerId);
        for (String route : routes) {
            await(route + " to show everything")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !reads.asOf(route).isBefore(now));
        }
    }

    /** How each order stands and stood, and its history. Comes before the lists, whose times are those of the history. */
    public void compareOrders() {
        OrderComparison.Tally tally = new OrderComparison.Tally();
        sideBySide(walkers, walker -> {
            Map<UUID, List<Seen>> seen = walker.seen.stream().collect(Collectors.groupingBy(Seen::orderId));
            Random random = new Random(seed);
            for (ExpectedOrder order : walker.shop.orders.values()) {
                OrderComparison comparison = comparison(walker, order);
                comparison.compareHistory();
                details.put(order.id, comparison.compareVersions(seen.getOrDefault(order.id, List.of()), tally));
                comparison.compareInstants(random);
                rows.add(comparison.row());
            }
        });
        System.out.println("ReadModelsWalkE2E: compared " + tally + " byte by byte with the same version later");
        tally.requireMost();
    }

    /** That each order stands, byte by byte, as it did when it was compared. */
    public void compareDetails() {
        details.forEach((id, body) -> assertThat(reads.body("/orders/" + id)).isEqualTo(body));
    }

    /** Lists by every sort and filter. */
    public void compareLists() {
        Random random = new Random(seed);
        ListComparison lists = new ListComparison(reads, List.copyOf(rows));
        lists.compareSorts();
        Set<String> customers = walkers.stream()
                .flatMap(walker -> walker.shop.customers.keySet().stream())
                .map(UUID::toString)
                .collect(Collectors.toSet());
        lists.compareFilters(customers, random);
    }

    /** Searches for words of orders. */
    public void compareSearch() {
        Map<String, Set<String>> words = new HashMap<>();
        for (Walker walker : walkers) {
            walker.shop
                    .orders
                    .values()
                    .forEach(order ->
                            words.put(order.id.toString(), SearchComparison.words(order, walker.shop.nameOf(order))));
        }
        new SearchComparison(reads, List.copyOf(rows), words).compare(new Random(seed));
    }

    /** Customers, with what they have ordered. */
    public void compareCustomers() {
        for (Walker walker : walkers) {
            for (ExpectedCustomer customer : walker.shop.customers.values()) {
                String path = "/customers/" + customer.id;
                if (customer.isRegistered()) {
                    assertThat(reads.object(path)).as(path).isEqualTo(walker.shop.view(customer));
                } else {
                    assertThat(reads.problem(path)).as(path).isEqualTo("CUSTOMER_NOT_FOUND");
                }
            }
        }
    }

    /** Stock, and what it is held for. */
    public void compareStock() {
        List<ExpectedProduct> products = walkers.stream()
                .flatMap(walker -> walker.shop.products.values().stream())
                .toList();
        List<Map<String, Object>> listed = reads.pages("/stock");
        for (ExpectedProduct product : products) {
            String path = "/stock/" + product.sku;
            Map<String, Object> view = reads.object(path);
            assertThat(listed).as("stock, with " + path).contains(view);
            view.remove("updatedAt");
            assertThat(view).as(path).isEqualTo(product.view());
            Map<UUID, Integer> held = new TreeMap<>();
            reads.pages(path + "/reservations")
                    .forEach(entry -> held.put(
                            UUID.fromString((String) entry.get("orderId")), ((Long) entry.get("quantity")).intValue()));
            assertThat(held).as(path).isEqualTo(product.held);
        }
        assertThat(listed).hasSize(products.size());
        assertThat(reads.pages("/stock?low=20"))
                .containsExactlyElementsOf(listed.stream()
                        .filter(level -> (Long) level.get("available") <= 20)
                        .toList());
    }

    /** Sales and fulfilment. */
    public void compareStatistics() {
        List<ExpectedShop> shops = walkers.stream().map(walker -> walker.shop).toList();
        new SalesComparison(reads, shops).compare(new Random(seed), end);
    }

    private OrderComparison comparison(Walker walker, ExpectedOrder order) {
        return new OrderComparison(reads, order, walker.shop.customers.get(order.customerId));
    }

    private List<ExpectedOrder> orders() {
        return walkers.stream()
                .flatMap(walker -> walker.shop.orders.values().stream())
                .toList();
    }

    private interface Task<T> {
        void on(T what) throws Exception;
    }

    private static <T> void sideBySide(List<T> all, Task<T> task) {
        ExecutorService threads = Executors.newFixedThreadPool(WALKERS);
        try {
            List<Callable<Void>> tasks = all.stream()
                    .map(one -> (Callable<Void>) () -> {
                        task.on(one);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
