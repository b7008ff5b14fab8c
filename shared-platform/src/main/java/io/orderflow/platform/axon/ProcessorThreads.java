package io.orderflow.platform.axon;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads of the streaming processors, named after them. */
final class ProcessorThreads {

    private ProcessorThreads() {}

    /** A pool that ends with Axon's configuration, and does not keep a process alive whose start has failed. */
    static ScheduledExecutorService pool(String name, int size, Configuration configuration) {
        return endingWith(configuration, new ScheduledThreadPoolExecutor(size, threads(name)));
    }

    /**
     * The thread that a processor is coordinated on. After a failure Axon lets it pause for twice as long each time, up to
     * a minute; here no pause is longer than {@link SegmentRetries#LONGEST_PAUSE}.
     */
    static ScheduledExecutorService coordinator(String name, Configuration configuration) {
        return endingWith(configuration, new ShortPauses(threads(name)));
    }

    private static ThreadFactory threads(String name) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return threads;
    }

    private static ScheduledExecutorService endingWith(Configuration configuration, ScheduledExecutorService pool) {
        configuration.onShutdown(pool::shutdown);
        return pool;
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
