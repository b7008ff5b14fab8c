package io.orderflow.platform.axon;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads of the streaming processors, named after them. They do not keep a process alive whose start has failed. */
public final class ProcessorThreads {

    private ProcessorThreads() {}

    /**
     * A pool for a processor's batches.
     *
     * @param size how many threads
     */
    public static ScheduledThreadPoolExecutor pool(String name, int size) {
        return new ScheduledThreadPoolExecutor(size, threads(name));
    }

    /**
     * The thread that a processor is coordinated on. After a failure Axon lets it pause for twice as long each time, up to
     * a minute; here no pause is longer than {@link SegmentRetries#LONGEST_PAUSE}.
     */
    public static ScheduledExecutorService coordinator(String name) {
        return new ShortPauses(threads(name));
    }

    /** Ends a pool with Axon's configuration. */
    static ScheduledExecutorService endingWith(Configuration configuration, ScheduledExecutorService pool) {
        configuration.onShutdown(pool::shutdown);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return threads;
    }

    /** Waits no longer than a few seconds, whatever it is told. */
    static final class ShortPauses extends ScheduledThreadPoolExecutor {

        ShortPauses(ThreadFactory threads) {
            super(1, threads);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            long longest = SegmentRetries.LONGEST_PAUSE.toNanos();
            return super.schedule(command, Math.min(unit.toNanos(delay), longest), TimeUnit.NANOSECONDS);
        }
    }
}
