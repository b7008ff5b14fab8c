package io.orderflow.query.ordersearch;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderSummary;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders as a shop has them, made from a seed and written straight into the tables: few customers order much, few cities and
 * products are common. The larger a shop, the more customers and products it has.
 */
final class ManyOrders {

    /** An order, and every word it is to be found by. */
    record Made(OrderSummary summary, String city, Set<String> words, Set<String> customerWords) {}

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final String[] SYLLABLES =
            "ber lin mün chen ham burg ros tock kiel er furt jena trier wien graz linz salz bad neu alt ober"
                    .split(" ");
    private static final String[] THINGS = "Shirt Hose Schuh Kleid Jacke Mütze Schal Socke Hut Gürtel".split(" ");
    private static final String[] COLOURS = "Rot Blau Grün Gelb Weiß Schwarz Grau Braun".split(" ");
    private static final String[] FIRST_NAMES =
            "Anna Zoë Ben Carl Dora Emil Frieda Gustav Hanna Igor Jana Karl Lena Max Nora Otto Paul Rosa Tom Uta"
                    .split(" ");
    private static final int BATCH = 1_000;

    private final int number;
    private final Random random;

    ManyOrders(int number, long seed) {
        this.number = number;
        this.random = new Random(seed);
    }

    /** Writes them all, and hands each over. */
    void fill(JdbcTemplate jdbc, Consumer<Made> each) {
        int customers = Math.max(1, number / 10);
        List<String> names = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            names.add(FIRST_NAMES[skewed(FIRST_NAMES.length)] + " " + name(2) + "-" + name(3));
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        customers(jdbc, ids, names);
        List<Made> batch = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int customer = skewed(customers);
            Made order = order(i, ids.get(customer), names.get(customer));
            batch.add(order);
            each.accept(order);
            if (batch.size() == BATCH || i == number - 1) {
                orders(jdbc, batch);
                batch.clear();
            }
        }
    }

    private Made order(int index, UUID customerId, String customerName) {
        Instant orderedAt = FIRST.plusSeconds((long) ((index + random.nextGaussian() * 20) * 60));
        Instant updatedAt = orderedAt.plusSeconds(random.nextInt(1_000_000));
        UUID orderId = new UUID(
                FIRST.plusSeconds(index * 60L).toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
        String city = name(1 + skewed(3));
        Set<String> words = new LinkedHashSet<>(SearchWords.of(city));
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            int product = skewed(Math.max(10, number / 20));
            String productName = THINGS[product % THINGS.length] + " " + COLOURS[product % COLOURS.length] + " "
                    + Integer.toString(product, 36);
            words.addAll(SearchWords.of("SKU-%06d".formatted(product), productName));
        }
        OrderStatus status = STATUSES[skewed(STATUSES.length)];
        if (status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED) {
            words.addAll(SearchWords.of("1Z999AA1%08d".formatted(random.nextInt(100_000_000))));
        }
        OrderSummary summary = new OrderSummary(
                orderId,
                customerId,
                customerName,
                status,
                new Money(BigDecimal.valueOf(100 + skewed(50_000), 2), "EUR"),
                lines,
                lines,
                orderedAt,
                orderedAt.plusSeconds(1),
                null,
                updatedAt,
                5);
        return new Made(summary, city, words, SearchWords.of(customerName));
    }

    /** Small numbers often, large ones seldom. */
    private int skewed(int below) {
        double part = random.nextDouble();
        return (int) (below * part * part * part);
    }

    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[skewed(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private static void customers(JdbcTemplate jdbc, List<UUID> ids, List<String> names) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> tokens = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Set<String> words = SearchWords.of(names.get(i));
            rows.add(new Object[] {ids.get(i), names.get(i), SearchWords.text(words)});
            for (String word : words) {
                tokens.add(new Object[] {SearchWords.bytes(word), ids.get(i)});
            }
        }
        jdbc.batchUpdate(
                "insert into order_search_customer (customer_id, version, name, words) values (?, 0, ?, ?)", rows);
        jdbc.batchUpdate("insert into order_search_customer_token (token, customer_id) values (?, ?)", tokens);
    }

    private static void orders(JdbcTemplate jdbc, List<Made> orders) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> tokens = new ArrayList<>();
        for (Made made : orders) {
            OrderSummary order = made.summary();
            Timestamp orderedAt = Timestamp.from(order.orderedAt());
            rows.add(new Object[] {
                order.orderId(),
                order.version(),
                order.customerId(),
                order.status().name(),
                order.total().currency(),
                order.total().amount(),
                order.itemCount(),
                order.lineCount(),
                false,
                orderedAt,
                Timestamp.from(order.createdAt()),
                Timestamp.from(order.updatedAt()),
                made.city(),
                SearchWords.text(made.words())
            });
            for (String word : made.words()) {
                tokens.add(new Object[] {SearchWords.bytes(word), orderedAt, order.orderId()});
            }
        }
        jdbc.batchUpdate(
                "insert into order_search (order_id, version, customer_id, status, currency, total, item_count, line_count,"
                        + " lines_kept, ordered_at, created_at, updated_at, city, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.batchUpdate("insert into order_search_token (token, ordered_at, order_id) values (?, ?, ?)", tokens);
    }
}
