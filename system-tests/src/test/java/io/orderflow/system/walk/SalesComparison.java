package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.walk.OrderState.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the statistics with sums over the expected orders. */
final class SalesComparison {

    private static final List<String> BY = List.of("day", "week", "month", "status", "product", "customer", "city");
    private static final List<String> LIFE = List.of(
            "PENDING", "PLACED", "CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED", "CANCELLED", "REJECTED");

    /** What one order adds to one entry. */
    private record Share(Map<String, Object> key, ExpectedOrder order, long units, BigDecimal revenue) {}

    private final Reads reads;
    private final List<ExpectedShop> shops;

    SalesComparison(Reads reads, List<ExpectedShop> shops) {
        this.reads = reads;
        this.shops = shops;
    }

    void compare(Random random, Instant end) {
        compare("", order -> true);
        for (int i = 0; i < 3; i++) {
            Instant from = end.minusSeconds(random.nextInt(150 * 86_400));
            Instant to = from.plusSeconds(random.nextInt(60 * 86_400));
            compare(
                    "from=%s&to=%s".formatted(from, to),
                    order -> !order.now.orderedAt.isBefore(from) && order.now.orderedAt.isBefore(to));
        }
    }

    private void compare(String span, Predicate<ExpectedOrder> within) {
        for (String by : BY) {
            String path = "/statistics/sales?by=%s&%s".formatted(by, span).replaceAll("&$", "");
            List<Map<String, Object>> actual = reads.pages(path);
            assertThat(actual).as(path).containsExactlyInAnyOrderElementsOf(entries(by, within));
            assertThat(actual).as("order of " + path).isSortedAccordingTo(order(by));
        }
        String path = "/statistics/fulfilment" + (span.isEmpty() ? "" : "?" + span);
        assertThat(reads.object(path)).as(path).isEqualTo(fulfilment(within));
    }

    private static Comparator<Map<String, Object>> order(String by) {
        Comparator<Map<String, Object>> currency = Comparator.comparing(entry -> (String) entry.get("currency"));
        return switch (by) {
            case "status" ->
                Comparator.<Map<String, Object>>comparingInt(entry -> LIFE.indexOf(key(entry, "status")))
                        .thenComparing(currency);
            case "product", "customer", "city" ->
                currency.thenComparing(
                        entry -> new BigDecimal((String) ((Map<?, ?>) entry.get("revenue")).get("amount")),
                        Comparator.reverseOrder());
            default ->
                Comparator.<Map<String, Object>, String>comparing(entry -> (String) key(entry, "start"))
                        .thenComparing(currency);
        };
    }

    private static Object key(Map<String, Object> entry, String name) {
        return ((Map<?, ?>) entry.get("key")).get(name);
    }

    private List<Map<String, Object>> entries(String by, Predicate<ExpectedOrder> within) {
        Map<List<Object>, List<Share>> entries = new LinkedHashMap<>();
        for (ExpectedShop shop : shops) {
            shop.orders.values().stream()
                    .filter(order -> order.placed)
                    .filter(within)
                    .flatMap(order -> shares(by, shop, order).stream())
                    .forEach(share -> entries.computeIfAbsent(
                                    List.of(share.key(), share.order().now.currency), entry -> new ArrayList<>())
                            .add(share));
        }
        return entries.values().stream().map(SalesComparison::entry).toList();
    }

    private static List<Share> shares(String by, ExpectedShop shop, ExpectedOrder order) {
        LocalDate day = LocalDate.ofInstant(order.now.orderedAt, ZoneOffset.UTC);
        if (by.equals("product")) {
            return order.now.lines.values().stream().collect(Collectors.groupingBy(Line::sku)).values().stream()
                    .map(lines -> product(order, lines))
                    .toList();
        }
        Map<String, Object> key = new TreeMap<>();
        switch (by) {
            case "day" -> key.put("start", day.toString());
            case "week" ->
                key.put(
                        "start",
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .toString());
            case "month" -> key.put("start", day.withDayOfMonth(1).toString());
            case "status" -> key.put("status", order.now.status);
            case "customer" -> {
                key.put("customerId", order.customerId.toString());
                String name = shop.nameOf(order);
                if (name != null) {
                    key.put("customerName", name);
                }
            }
            default -> {
                Map<?, ?> address = (Map<?, ?>) order.now.shown.get("shippingAddress");
                key.put("city", address.get("city"));
                key.put("country", address.get("country"));
            }
        }
        return List.of(new Share(key, order, order.now.units(), order.now.total()));
    }

    private static Share product(ExpectedOrder order, List<Line> lines) {
        Map<String, Object> key = new TreeMap<>(
                Map.of("sku", lines.get(0).sku(), "productName", lines.get(0).productName()));
        long units = lines.stream().mapToLong(Line::quantity).sum();
        BigDecimal revenue = lines.stream()
                .map(line -> Amount.of(line.quantity(), line.price(), order.now.currency))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Share(key, order, units, revenue);
    }

    private static Map<String, Object> entry(List<Share> shares) {
        String currency = shares.get(0).order().now.currency;
        long units = 0;
        BigDecimal revenue = BigDecimal.ZERO;
        for (Share share : shares) {
            if (!share.order().now.is("CANCELLED", "REJECTED")) {
                units += share.units();
                revenue = revenue.add(share.revenue());
            }
        }
        List<ExpectedOrder> orders = shares.stream().map(Share::order).toList();
        Map<String, Object> entry = new TreeMap<>(losses(orders));
        entry.put("key", shares.get(0).key());
        entry.put("currency", currency);
        entry.put("units", units);
        entry.put("revenue", Amount.json(revenue, currency));
        return entry;
    }

    private static Map<String, Object> losses(List<ExpectedOrder> orders) {
        long cancelled =
                orders.stream().filter(order -> order.now.is("CANCELLED")).count();
        long rejected =
                orders.stream().filter(order -> order.now.is("REJECTED")).count();
        return Map.of(
                "orders",
                (long) orders.size(),
                "cancelled",
                cancelled,
                "cancellationRate",
                rate(cancelled, orders.size()),
                "rejected",
                rejected,
                "rejectionRate",
                rate(rejected, orders.size()));
    }

    private static BigDecimal rate(long some, int all) {
        return BigDecimal.valueOf(some).divide(BigDecimal.valueOf(Math.max(1, all)), 4, RoundingMode.HALF_EVEN);
    }

    private Map<String, Object> fulfilment(Predicate<ExpectedOrder> within) {
        List<ExpectedOrder> orders = shops.stream()
                .flatMap(shop -> shop.orders.values().stream())
                .filter(order -> order.placed)
                .filter(within)
                .toList();
        Map<String, Object> figures = new TreeMap<>(losses(orders));
        figures.put("cancellationReasons", reasons(orders, "CANCELLED"));
        figures.put("rejectionReasons", reasons(orders, "REJECTED"));
        figures.put("timeToShip", timeToShip(orders));
        return figures;
    }

    private static List<Map<String, Object>> reasons(List<ExpectedOrder> orders, String status) {
        Map<String, Long> counts = orders.stream()
                .filter(order -> order.now.is(status))
                .collect(Collectors.groupingBy(order -> order.reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> Map.<String, Object>of("reason", count.getKey(), "orders", count.getValue()))
                .toList();
    }

    private static Map<String, Object> timeToShip(List<ExpectedOrder> orders) {
        List<Long> seconds = orders.stream()
                .filter(order -> order.now.is("SHIPPED", "DELIVERED"))
                .map(order -> Duration.between(order.now.orderedAt, order.now.lastShippedAt)
                        .toSeconds())
                .sorted()
                .toList();
        Function<Double, Long> within = share -> seconds.get((int) Math.ceil(share * seconds.size()) - 1);
        return seconds.isEmpty()
                ? Map.of("orders", 0L)
                : Map.of(
                        "orders", (long) seconds.size(),
                        "medianSeconds", within.apply(0.5),
                        "p90Seconds", within.apply(0.9));
    }
}
