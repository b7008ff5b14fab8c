package io.orderflow.system.faults;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Somebody who changes an order of their own, again and again, while others do something else. */
final class Bystander implements AutoCloseable {

    private final Installation services;
    private final UUID order;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> work;
    private volatile boolean isEnough;

    /** @param order is nobody else's */
    Bystander(Installation services, UUID order) {
        this.services = services;
        this.order = order;
        this.work = thread.submit(this::change);
    }

    private void change() {
        for (int number = 1; !isEnough; number++) {
            long begin = System.nanoTime();
            services.patient().orders().changeAddress(order, HotOrder.address("bystander " + number));
            nanos.add(System.nanoTime() - begin);
        }
    }

    /** How long 95 of 100 of its commands took at most, in milliseconds, when it has had enough. */
    long p95Millis() throws Exception {
        isEnough = true;
        work.get(60, TimeUnit.SECONDS);
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new AssertionError("not one command was carried out");
        }
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 95 / 100));
    }

    @Override
    public void close() {
        isEnough = true;
        thread.shutdown();
    }
}
