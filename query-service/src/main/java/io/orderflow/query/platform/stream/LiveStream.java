package io.orderflow.query.platform.stream;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What all clients of one kind of live stream share: one subscription query and one thread, however many they are.
 *
 * @param <U> the updates of the subscription query
 */
public abstract class LiveStream<U> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final int WAITING_AT_MOST = 10_000;

    private final QueryGateway queries;
    private final Object query;
    private final Class<U> updates;
    private final String name;
    private final AtomicInteger given = new AtomicInteger();
    private volatile ScheduledThreadPoolExecutor thread;
    private @Nullable SubscriptionQueryResult<Boolean, U> subscription;
    private volatile boolean running;

    /**
     * @param query the subscription query; its own answer is a boolean that says nothing
     * @param updates the type of its updates
     * @param name of the stream, and of its thread
     */
    protected LiveStream(QueryGateway queries, Object query, Class<U> updates, String name) {
        this.queries = queries;
        this.query = query;
        this.updates = updates;
        this.name = name;
        this.thread = newThread();
    }

    /** Takes an update. Called on a projection's thread after its commit, so it must return at once. */
    protected abstract void take(U update);

    /** Called after updates may have been lost, on any thread: no client may be shown a hole. */
    protected abstract void updatesLost();

    /**
     * Gives the stream's one thread something to do, after all that it was given before. What it fails with counts as
     * updates lost.
     *
     * @return false if it will not be done, because too much waits already or the service is stopping
     */
    protected final boolean execute(Runnable work) {
        if (thread.getQueue().size() >= WAITING_AT_MOST) {
            return false;
        }
        try {
            given.incrementAndGet();
            thread.execute(() -> {
                try {
                    doOrSayLost(work);
                } finally {
                    given.decrementAndGet();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            given.decrementAndGet();
            return false;
        }
    }

    /** Has the stream's one thread do something again and again while the stream runs. */
    protected final void repeat(Runnable work, long millis) {
        thread.scheduleWithFixedDelay(() -> doOrSayLost(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the stream's one thread has done all that it was given, but for what it repeats. */
    protected final boolean isIdle() {
        return given.get() == 0;
    }

    /** The thread would keep the failure to itself, and do nothing again that was to be repeated. */
    private void doOrSayLost(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} has failed, so its clients may have missed something", name, e);
            updatesLost();
        }
    }

    private void subscribe() {
        SubscriptionQueryResult<Boolean, U> result = queries.subscriptionQuery(
                query, ResponseTypes.instanceOf(Boolean.class), ResponseTypes.instanceOf(updates));
        result.updates().subscribe(this::take, this::resubscribe);
        subscription = result;
    }

    private void resubscribe(Throwable failure) {
        log.warn("{} has lost its subscription and takes a new one: {}", name, failure.toString());
        if (running) {
            subscribe();
        }
        updatesLost();
    }

    private ScheduledThreadPoolExecutor newThread() {
        return new ScheduledThreadPoolExecutor(1, new AxonThreadFactory(name));
    }

    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        subscribe();
    }

    @Override
    public void stop() {
        running = false;
        if (subscription != null) {
            subscription.close();
        }
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
