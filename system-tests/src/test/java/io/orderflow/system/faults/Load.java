package io.orderflow.system.faults;

import io.orderflow.client.Address;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.OrderflowException;
import io.orderflow.system.faults.SentCommand.Kind;
import io.orderflow.system.faults.SentCommand.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Commands that arrive at a constant rate, whether or not the ones before were answered. Each has a key, under which it is
 * sent again. Of one order there is never more than one command under way, so that what it leads to is certain; one whose
 * outcome is not known is left alone.
 */
final class Load implements AutoCloseable {

    private static final int PRODUCTS = 3;
    private static final int AT_ONCE = 16;

    final Oracle oracle = new Oracle();
    final UUID customer = UUID.randomUUID();
    private final String name = "load-" + Long.toString(System.nanoTime(), 36);
    private final Installation services;
    private final Random random = new Random(name.hashCode());
    private final Queue<UUID> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong slowestAnswer = new AtomicLong();
    private final AtomicReference<SentCommand> newest = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    Load(Installation services) {
        this.services = services;
        for (int product = 0; product < PRODUCTS; product++) {
            services.patient().stock().register(sku(product), "Desk", Oracle.ON_HAND);
            adjustUntilAcknowledged(product);
        }
    }

    /** Begins. */
    void begin(int rate) {
        clock.scheduleAtFixedRate(this::arrive, 0, 1_000_000L / rate, TimeUnit.MICROSECONDS);
    }

    /** Lets no more arrive, and waits until each that has arrived was answered or given up. */
    void end() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new AssertionError("commands still arrive");
            }
            callers.shutdown();
            if (!callers.awaitTermination(150, TimeUnit.SECONDS)) {
                throw new AssertionError("a command hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends again, with its key, every command of which nobody knows what became. Each must be answered now. */
    void settle() {
        List<SentCommand> unknown = oracle.all(Outcome.UNKNOWN);
        Callers.callAtOnce(
                unknown.size(),
                AT_ONCE,
                number -> {
                    send(unknown.get(number), services.patient());
                    return number;
                },
                () -> {});
    }

    /** The command that was acknowledged last, if any. */
    AtomicReference<SentCommand> newest() {
        return newest;
    }

    /** The longest time that a single try took, until it was answered or failed, in milliseconds. */
    long slowestAnswerMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowestAnswer.get());
    }

    /** A command of which it is certain when it returns that it was carried out. */
    SentCommand adjustUntilAcknowledged(int product) {
        SentCommand command = command("stock-" + sku(product), Kind.ADJUST, null);
        while (!command.is(Outcome.ACKNOWLEDGED)) {
            send(command, services.oneTry());
            Installation.pause(Duration.ofMillis(50));
        }
        return command;
    }

    private void arrive() {
        SentCommand command = next();
        OrderflowClient client =
                switch (number.get() % 4) {
                    case 0 -> services.oneTry();
                    case 1 -> services.impatient();
                    default -> services.patient();
                };
        boolean isOneTry = number.get() % 4 == 0;
        callers.execute(() -> {
            long begin = System.nanoTime();
            send(command, client);
            if (isOneTry) {
                long nanos = System.nanoTime() - begin;
                slowestAnswer.accumulateAndGet(nanos, Math::max);
            }
            if (command.orderId != null && command.is(Outcome.ACKNOWLEDGED) && command.kind != Kind.CANCEL) {
                idle.add(command.orderId);
            }
        });
    }

    private SentCommand next() {
        if (random.nextInt(5) == 0) {
            return command("stock-" + sku(random.nextInt(PRODUCTS)), Kind.ADJUST, null);
        }
        UUID order = random.nextInt(3) == 0 ? null : idle.poll();
        if (order == null) {
            UUID created = UUID.randomUUID();
            return command("order-" + created, Kind.CREATE, created);
        }
        List<SentCommand> before = oracle.about("order-" + order);
        Kind kind =
                switch (before.get(before.size() - 1).kind) {
                    case CREATE -> Kind.ADDRESS;
                    case ADDRESS -> Kind.ADD;
                    case ADD -> Kind.PLACE;
                    default -> Kind.CANCEL;
                };
        if (kind == Kind.CANCEL && random.nextInt(3) > 0) {
            return next();
        }
        return command("order-" + order, kind, order);
    }

    private SentCommand command(String stream, Kind kind, @Nullable UUID order) {
        SentCommand command = new SentCommand(
                name + "-" + number.incrementAndGet(),
                stream,
                kind,
                order,
                kind == Kind.ADJUST ? 1 + random.nextInt(5) : 0);
        oracle.told(command);
        return command;
    }

    private void send(SentCommand command, OrderflowClient client) {
        try {
            command.acknowledged(carryOut(command, client));
            newest.set(command);
        } catch (ApiProblem e) {
            if (e.status() < 500 && e.status() != 429) {
                command.refused(e.getMessage());
            }
        } catch (OrderflowException e) {
            // nobody knows
        }
    }

    private long carryOut(SentCommand command, OrderflowClient client) {
        if (command.orderId == null) {
            String sku = command.stream.substring("stock-".length());
            return client.stock()
                    .withKey(command.key)
                    .adjust(sku, command.delta, command.key)
                    .version();
        }
        UUID order = Objects.requireNonNull(command.orderId);
        var orders = client.orders().withKey(command.key);
        return switch (command.kind) {
            case CREATE ->
                orders.create(NewOrder.pending(customer, "EUR", List.of(line(command)), address(command))
                                .withId(order))
                        .version();
            case ADDRESS -> orders.changeAddress(order, address(command)).version();
            case ADD -> orders.addItem(order, line(command)).version();
            case PLACE -> orders.place(order, "tok_approve").version();
            case CANCEL -> orders.cancel(order, command.key).version();
            case ADJUST -> throw new IllegalStateException(command.toString());
        };
    }

    private static Address address(SentCommand command) {
        return new Address(command.key, "Ring 1", "10115", "Berlin", null, "DE");
    }

    /** The same line whenever the command is sent. */
    private NewLine line(SentCommand command) {
        UUID id = UUID.nameUUIDFromBytes(command.key.getBytes(StandardCharsets.US_ASCII));
        String product = command.kind == Kind.ADD ? command.key : "Desk";
        return new NewLine(id, sku(Math.floorMod(id.hashCode(), PRODUCTS)), product, 1, Money.of("12.50", "EUR"));
    }

    private String sku(int product) {
        return name.toUpperCase(Locale.ROOT) + "-" + product;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.shutdownNow();
    }
}
