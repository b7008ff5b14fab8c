package io.orderflow.system.walk;

import io.orderflow.client.NewOrder;
import io.orderflow.system.walk.OrderState.Line;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a walker does next, by chance: customers, products and orders of its own, in and out of every state. */
final class RandomWalk {

    private static final int CUSTOMERS = 5;
    private static final int DAYS = 150;
    private static final String ABSENT = "00000000-0000-4000-8000-000000000000";

    private final Walker walker;
    private final Random random;
    private final String prefix;
    private final Instant end;
    private final List<ExpectedCustomer> customers = new ArrayList<>();
    private final List<ExpectedProduct> products = new ArrayList<>();
    /** Orders that nobody touches until the end. */
    private final List<ExpectedOrder> left = new ArrayList<>();

    /** @param end no time that the walk invents comes after it */
    RandomWalk(Walker walker, Random random, String prefix, Instant end) {
        this.walker = walker;
        this.random = random;
        this.prefix = prefix;
        this.end = end.truncatedTo(ChronoUnit.SECONDS);
    }

    void run(int orders, int commands) {
        open();
        while (walker.commands < commands) {
            step(orders, commands);
        }
    }

    /** What has become of the orders that were left alone, once all their time is over. */
    void close() {
        left.get(0).confirm();
        walker.shop.release(left.get(1));
        left.get(1).timeOut();
    }

    private void open() {
        for (String name : Vocabulary.PRODUCTS) {
            ExpectedProduct product =
                    new ExpectedProduct("%s-%d".formatted(prefix, products.size()), name, 10 + random.nextInt(120));
            walker.register(product);
            products.add(product);
        }
        for (int number = 0; number < CUSTOMERS; number++) {
            ExpectedCustomer customer = new ExpectedCustomer(uuid(), "c%d@example.com".formatted(number));
            customers.add(customer);
            walker.shop.customers.put(customer.id, customer);
            if (number > 0) {
                walker.register(customer, any(Vocabulary.NAMES));
            }
        }
        // nobody else orders what is held until a time that no seed decides
        ExpectedProduct held = new ExpectedProduct(prefix + "-held", "Held", 10);
        walker.register(held);
        for (String token : List.of("tok_late", "tok_never")) {
            List<Line> lines = List.of(walker.shop.line(uuid(), held.sku, 2, new BigDecimal("19.99")));
            ExpectedOrder order = create(lines, "EUR", token);
            walker.shop.reserve(order);
            left.add(order);
        }
    }

    private void step(int orders, int commands) {
        int known = walker.shop.orders.size();
        boolean isDue = known * (long) commands <= walker.commands * (long) orders;
        if (known < orders && (isDue || known == left.size())) {
            create();
        } else if (random.nextInt(20) == 0) {
            walker.adjust(any(products), 1 + random.nextInt(20) * (random.nextInt(3) > 0 ? 1 : -4));
        } else if (random.nextInt(30) == 0) {
            name(any(customers));
        } else {
            ExpectedOrder order = anyOrder();
            if (random.nextInt(25) == 0) {
                walker.comeTooLate(order);
            } else {
                command(order);
            }
        }
    }

    private void name(ExpectedCustomer customer) {
        String name = any(Vocabulary.NAMES) + " " + random.nextInt(9);
        if (customer.isRegistered()) {
            walker.rename(customer, name);
        } else {
            walker.register(customer, name);
        }
    }

    private ExpectedOrder anyOrder() {
        List<ExpectedOrder> orders = walker.shop.orders.values().stream()
                .filter(order -> !left.contains(order))
                .toList();
        ExpectedOrder order = any(orders);
        for (int more = 0; more < 9 && order.now.is("CANCELLED", "REJECTED", "DELIVERED"); more++) {
            order = any(orders);
        }
        return order;
    }

    private void create() {
        String currency = any(Vocabulary.CURRENCIES);
        List<Line> lines = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            lines.add(line());
        }
        if (random.nextInt(3) > 0) {
            create(lines, currency, null);
        } else {
            String token = random.nextInt(6) == 0 ? "tok_decline" : "tok_approve";
            walker.settle(create(lines, currency, token), token);
        }
    }

    private ExpectedOrder create(List<Line> lines, String currency, @Nullable String token) {
        NewOrder order = new NewOrder(
                uuid(),
                any(customers).id,
                currency,
                lines.stream().map(line -> Walker.item(line, currency)).toList(),
                Vocabulary.address(random),
                orderedAt(),
                token != null,
                token);
        return walker.create(order, lines);
    }

    private void command(ExpectedOrder order) {
        int chance = random.nextInt(100);
        switch (order.now.status) {
            case "PENDING" -> {
                if (chance < 84) {
                    edit(order);
                } else if (chance < 94) {
                    place(order);
                } else {
                    any(order);
                }
            }
            case "CONFIRMED", "PARTIALLY_SHIPPED" -> {
                if (chance < 75) {
                    ship(order);
                } else {
                    any(order);
                }
            }
            case "SHIPPED" -> {
                if (chance < 50) {
                    walker.deliver(order);
                } else {
                    any(order);
                }
            }
            default -> any(order);
        }
    }

    private void any(ExpectedOrder order) {
        switch (random.nextInt(5)) {
            case 0 -> edit(order);
            case 1 -> place(order);
            case 2 -> ship(order);
            case 3 -> walker.deliver(order);
            default -> walker.cancel(order, any(Vocabulary.REASONS));
        }
    }

    private void edit(ExpectedOrder order) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> walker.add(order, line(), random.nextInt(15) == 0 ? "CHF" : order.now.currency);
            case 3, 4 -> walker.change(order, anyLine(order), 1 + random.nextInt(6));
            case 5, 6 -> walker.remove(order, anyLine(order));
            default -> walker.shipTo(order, Vocabulary.address(random));
        }
    }

    private void place(ExpectedOrder order) {
        int chance = random.nextInt(12);
        String token = chance == 0 ? "tok_never" : chance < 3 ? "tok_decline" : "tok_approve";
        walker.place(order, token);
        if (order.now.is("PLACED")) {
            walker.cancel(order, any(Vocabulary.REASONS));
        }
    }

    private void ship(ExpectedOrder order) {
        Map<UUID, Integer> items = new LinkedHashMap<>();
        for (Line line : order.now.lines.values()) {
            if (line.left() > 0 && random.nextInt(3) > 0) {
                items.put(line.id(), random.nextBoolean() ? line.left() : 1 + random.nextInt(line.left()));
            }
        }
        if (items.isEmpty() || random.nextInt(12) == 0) {
            items.put(anyLine(order), 1 + random.nextInt(9));
        }
        Duration since = Duration.between(order.now.orderedAt, end);
        Instant shippedAt = order.now.orderedAt.plusSeconds(random.nextInt((int) since.toSeconds() + 1));
        walker.ship(order, items, "DHL", "JD-" + random.nextInt(10_000), shippedAt);
    }

    private Line line() {
        BigDecimal price = random.nextInt(15) == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(random.nextInt(900_000), random.nextInt(7));
        return walker.shop.line(uuid(), any(products).sku, 1 + random.nextInt(6), price);
    }

    private UUID anyLine(ExpectedOrder order) {
        return random.nextInt(15) == 0 ? UUID.fromString(ABSENT) : any(List.copyOf(order.now.lines.keySet()));
    }

    /** Some at the very same time, at the start of a day. */
    private Instant orderedAt() {
        Instant at = end.minusSeconds(60L + random.nextInt(DAYS * 86_400));
        return random.nextInt(4) == 0 ? at.truncatedTo(ChronoUnit.DAYS) : at;
    }

    private UUID uuid() {
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
