package io.orderflow.platform.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Something done again and again while the service runs, in one thread that is named after it. It is never interrupted: that
 * would close the file of an embedded database for the whole process.
 */
public abstract class Repeated implements SmartLifecycle {

    private final String name;
    private final Duration first;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * @param name of the thread
     * @param first after the start
     * @param pause after each time
     */
    protected Repeated(String name, Duration first, Duration pause) {
        this.name = name;
        this.first = first;
        this.pause = pause;
    }

    /** Does it once. What it throws ends the repetition. */
    protected abstract void run();

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name));
        started.scheduleWithFixedDelay(this::run, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Does not wait for the end of what is being done. */
    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
