package io.orderflow.system.faults;

import io.orderflow.client.OrderflowException;
import io.orderflow.system.faults.SentCommand.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Watches how long after its acknowledgement a change is seen, for one order after the other. */
final class Staleness implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Load load;
    private final Installation services;
    private final AtomicLong worst = new AtomicLong();
    private final Thread watcher = new Thread(this::watch, "staleness");
    private volatile boolean isOver;

    Staleness(Load load, Installation services) {
        this.load = load;
        this.services = services;
        watcher.setDaemon(true);
        watcher.start();
    }

    long worstMillis() {
        return TimeUnit.NANOSECONDS.toMillis(worst.get());
    }

    private void watch() {
        SentCommand last = null;
        while (!isOver) {
            SentCommand newest = load.newest().get();
            if (newest == null || newest == last) {
                Installation.pause(LOOK_EVERY);
                continue;
            }
            last = newest;
            boolean shown = false;
            while (!isOver && !shown) {
                shown = isShown(newest, services);
                worst.accumulateAndGet(System.nanoTime() - newest.settledAt(), Math::max);
                Installation.pause(shown ? Duration.ZERO : LOOK_EVERY);
            }
        }
    }

    /** Not either when nobody answers. */
    static boolean isShown(SentCommand command, Installation services) {
        try {
            return command.kind == Kind.ADJUST
                    ? services.oneTry()
                            .stock()
                            .find(command.stream.substring("stock-".length()))
                            .filter(view -> view.version() >= command.version())
                            .isPresent()
                    : services.oneTry()
                            .orders()
                            .find(Objects.requireNonNull(command.orderId))
                            .filter(view -> view.version() >= command.version())
                            .isPresent();
        } catch (OrderflowException e) {
            return false;
        }
    }

    @Override
    public void close() {
        isOver = true;
        try {
            watcher.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
