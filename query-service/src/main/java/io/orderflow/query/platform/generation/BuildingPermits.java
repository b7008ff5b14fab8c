package io.orderflow.query.platform.generation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * How much of the service may be taken by read models that are being built: so many transactions at once, whatever is built.
 * The connections and processors that are left belong to readers and to what they are shown.
 */
final class BuildingPermits {

    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore permits = new Semaphore(AT_ONCE, true);

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
