package io.orderflow.platform.axon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.config.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads of the streaming processors, named after them. */
final class ProcessorThreads {

    private ProcessorThreads() {}

    /** A pool that ends with Axon's configuration, and does not keep a process alive whose start has failed. */
    static ScheduledExecutorService pool(String name, int size, Configuration configuration) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(size, threads);
        configuration.onShutdown(pool::shutdown);
        return pool;
    }
}
