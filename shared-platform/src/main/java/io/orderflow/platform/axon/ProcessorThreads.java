package io.orderflow.platform.axon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;

/** Threads of the streaming processors, named after them. */
final class ProcessorThreads {

    private ProcessorThreads() {}

    static ScheduledExecutorService pool(String name, int size) {
        return Executors.newScheduledThreadPool(size, new AxonThreadFactory(name));
    }
}
