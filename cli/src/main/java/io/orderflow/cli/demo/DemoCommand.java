package io.orderflow.cli.demo;

import io.orderflow.cli.ServiceOptions;
import io.orderflow.cli.UserMistake;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderflowException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}. */
@Command(
        name = "demo",
        description =
                "Feeds believable traffic until Ctrl-C: orders that are edited, placed, shipped in parts, delivered, "
                        + "cancelled, and some that are rejected.",
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    private static final Duration BETWEEN_STATUS_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(20);
    private static final Duration LAST_ORDERS = Duration.ofSeconds(40);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions services;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "3",
            description = "New orders a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--orders", paramLabel = "N", description = "Ends after so many orders (default: goes on).")
    private int orders = Integer.MAX_VALUE;

    @Option(names = "--seed", paramLabel = "N", description = "Makes the same choices again.")
    private long seed = System.nanoTime();

    @Override
    public Integer call() throws InterruptedException {
        if (!(rate > 0 && rate <= 1000) || orders < 1) {
            throw new UserMistake("--rate must be above 0 and at most 1000, --orders at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        ScheduledExecutorService threads = new ScheduledThreadPoolExecutor(8);
        DemoShop shop = new DemoShop(services.client(Duration.ofSeconds(30)), threads);
        try {
            shop.open();
            out.println("The demo shop is open, " + rate + " orders a second, seed " + seed + ".");
            out.flush();
            every(threads, BETWEEN_DELIVERIES, shop::restock);
            every(threads, BETWEEN_STATUS_LINES, () -> {
                out.println(shop.status());
                out.flush();
            });
            SplittableRandom random = new SplittableRandom(seed);
            long pauseNanos = (long) (1e9 / rate);
            for (int sent = 0; sent < orders; sent++) {
                shop.newOrder(random);
                TimeUnit.NANOSECONDS.sleep(pauseNanos);
            }
            waitForLastOrders(shop);
            out.println(shop.status());
            out.flush();
            return 0;
        } catch (ApiProblem e) {
            throw new UserMistake("The services at " + services + " refuse the demo: " + e.getMessage() + ".");
        } catch (OrderflowException e) {
            throw new UserMistake("The services at " + services + " do not answer: " + e.getMessage() + ".");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void waitForLastOrders(DemoShop shop) throws InterruptedException {
        long end = System.nanoTime() + LAST_ORDERS.toNanos();
        while (shop.ordersUnderWay() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void every(ScheduledExecutorService threads, Duration pause, Runnable task) {
        threads.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
