package io.orderflow.query.platform.generation;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * How much of the service may be taken by read models that are being built: so many batches at once, whatever is built.
 * The connections and processors that are left belong to readers and to what they are shown.
 */
final class BuildingPermits {

    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ThreadLocal<Boolean> IS_WORKER = ThreadLocal.withInitial(() -> false);

    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    /** A pool for batches, which wait for a permit; what coordinates them, in other threads, does not. */
    static ScheduledExecutorService workers(String name, int size) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return new ScheduledThreadPoolExecutor(
                size,
                batches -> threads.newThread(() -> {
                    IS_WORKER.set(true);
                    batches.run();
                }));
    }

    /** Whether this is a thread whose transactions are counted. */
    static boolean areForThisThread() {
        return IS_WORKER.get();
    }

    /** @throws CannotCreateTransactionException if none is to be had for a long time */
    void take() {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("too much is being built at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("interrupted while waiting to build", e);
        }
    }

    void giveBack() {
        permits.release();
    }
}
