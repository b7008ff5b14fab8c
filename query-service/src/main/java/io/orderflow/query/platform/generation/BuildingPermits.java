package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.ProcessorThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * How much of the service may be taken by read models that are being built, whatever is built: some batches at once while
 * nobody reads, and while there are readers no more than half of the processors can handle. The connections that are left
 * belong to readers and to what they are shown.
 */
@Component
public final class BuildingPermits {

    /** One for each batch; a few of the pool's connections. */
    private static final int PERMITS = 4;

    /** Of each batch while there are readers. */
    private static final int BESIDE_READERS =
            PERMITS / Math.max(1, Math.min(Runtime.getRuntime().availableProcessors() / 2, PERMITS));

    private static final Duration READERS_STAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ThreadLocal<Boolean> IS_WORKER = ThreadLocal.withInitial(() -> false);

    private final Semaphore permits = new Semaphore(PERMITS, true);
    private volatile long readUntil = System.nanoTime();

    /** A pool for batches, which wait for permits; what coordinates them, in other threads, does not. */
    static ScheduledExecutorService workers(String name, int size) {
        ScheduledThreadPoolExecutor pool = ProcessorThreads.pool(name, size);
        ThreadFactory threads = pool.getThreadFactory();
        pool.setThreadFactory(batches -> threads.newThread(() -> {
            IS_WORKER.set(true);
            batches.run();
        }));
        return pool;
    }

    /** Whether this is a thread whose transactions are counted. */
    static boolean areForThisThread() {
        return IS_WORKER.get();
    }

    /** Says that somebody reads. */
    public void readersCame() {
        readUntil = System.nanoTime() + READERS_STAY.toNanos();
    }

    /**
     * Waits until one more batch may be handled.
     *
     * @return how many permits to give back
     * @throws CannotCreateTransactionException if none are to be had for a long time
     */
    int take() {
        int wanted = System.nanoTime() - readUntil < 0 ? BESIDE_READERS : 1;
        try {
            if (!permits.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("too much is being built at once");
            }
            return wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("interrupted while waiting to build", e);
        }
    }

    void giveBack(int taken) {
        permits.release(taken);
    }
}
