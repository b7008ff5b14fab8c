package io.orderflow.cli.demo;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.OrderflowException;
import io.orderflow.client.StockView;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A shop that is open: buyers come, the warehouse ships, and shelves are filled again. */
final class DemoShop {

    private static final long LOW = 50;

    private final OrderflowClient client;
    private final ScheduledExecutorService threads;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<String> lastFailure = new AtomicReference<>("");

    DemoShop(OrderflowClient client, ScheduledExecutorService threads) {
        this.client = client;
        this.threads = threads;
    }

    void open() {
        for (Buyer buyer : Buyer.ALL) {
            unlessThere(() -> client.customers().register(buyer.id(), buyer.name(), buyer.email()));
        }
        for (Product product : Product.ALL) {
            unlessThere(() -> client.stock().register(product.sku(), product.name(), Product.FIRST_STOCK));
        }
        unlessThere(() -> client.stock().register(Product.RARE.sku(), Product.RARE.name(), 3));
    }

    void newOrder(SplittableRandom random) {
        opened.incrementAndGet();
        underWay.incrementAndGet();
        // each order has its own, because it goes on on other threads
        SplittableRandom own = random.split();
        List<Act> script = new DemoOrder(client.orders(), own).script(Scenario.any(own));
        next(script.iterator());
    }

    int ordersUnderWay() {
        return underWay.get();
    }

    void restock() {
        try {
            for (StockView stock : client.stock().list(LOW, 1, 100).items()) {
                if (stock.sku().startsWith("DEMO-") && !stock.sku().equals(Product.RARE.sku())) {
                    client.stock().adjust(stock.sku(), Product.FIRST_STOCK, "delivery from the supplier");
                }
            }
        } catch (OrderflowException e) {
            failed(e);
        }
    }

    String status() {
        StringBuilder line = new StringBuilder()
                .append(String.format(Locale.ROOT, "%,d orders sent, %,d going on |", opened.get(), underWay.get()));
        try {
            for (OrderStatus status : OrderStatus.values()) {
                if (status != OrderStatus.UNKNOWN) {
                    long count = client.orders()
                            .list(OrderFilter.all().in(status).page(1, 1))
                            .total();
                    line.append(
                            String.format(Locale.ROOT, " %s %,d", status.name().toLowerCase(Locale.ROOT), count));
                }
            }
        } catch (OrderflowException e) {
            failed(e);
        }
        if (failures.get() > 0) {
            line.append(" | ")
                    .append(failures.get())
                    .append(" failures, last: ")
                    .append(lastFailure.get());
        }
        return line.toString();
    }

    private void next(Iterator<Act> script) {
        if (!script.hasNext()) {
            underWay.decrementAndGet();
            return;
        }
        Act act = script.next();
        attempt(act, act.tries(), script);
    }

    private void attempt(Act act, int triesLeft, Iterator<Act> rest) {
        threads.schedule(
                () -> {
                    try {
                        if (act.done().getAsBoolean()) {
                            next(rest);
                            return;
                        }
                    } catch (RuntimeException e) {
                        failed(e);
                        underWay.decrementAndGet();
                        return;
                    }
                    if (triesLeft > 1) {
                        attempt(act, triesLeft - 1, rest);
                    } else {
                        underWay.decrementAndGet();
                    }
                },
                act.pauseMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void failed(RuntimeException e) {
        failures.incrementAndGet();
        lastFailure.set(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private static void unlessThere(Runnable registration) {
        try {
            registration.run();
        } catch (ApiProblem e) {
            if (!e.code().endsWith("_ALREADY_REGISTERED")) {
                throw e;
            }
        }
    }
}
