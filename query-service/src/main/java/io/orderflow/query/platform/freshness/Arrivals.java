package io.orderflow.query.platform.freshness;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who waits for which version of which stream in which read model. Told of each event by the projection's processor,
 * after the commit, or by the replica whose processor it was; a waiter is a few objects and no thread.
 */
@Component
class Arrivals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final int BEFORE_THE_SERVER_STOPS_TAKING_REQUESTS = Integer.MAX_VALUE;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Key, List<Waiter>> waiters = new ConcurrentHashMap<>();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * Calls back once, when the event has arrived. The caller looks at the read model after this returned, so that nothing
     * falls between.
     *
     * @param arrived run on the projection's thread, so it must return at once
     * @return ends the waiting when run
     */
    Runnable await(String group, String stream, long version, Runnable arrived) {
        Key key = new Key(group, stream);
        Waiter waiter = new Waiter(version, arrived);
        waiters.compute(key, (same, present) -> {
            List<Waiter> all = present == null ? new CopyOnWriteArrayList<>() : present;
            all.add(waiter);
            return all;
        });
        if (stopped) {
            runOnce(key, waiter);
        }
        return () -> remove(key, waiter);
    }

    /** Says that a read model shows a version of a stream. */
    void arrived(String group, String stream, long version) {
        Key key = new Key(group, stream);
        List<Waiter> waiting = waiters.get(key);
        if (waiting == null) {
            return;
        }
        for (Waiter waiter : waiting) {
            if (waiter.version <= version) {
                runOnce(key, waiter);
            }
        }
    }

    /**
     * Has a waiter look for itself now and then, while another replica may have projected what it waits for, and when it is
     * shown another generation of the read model.
     *
     * @param look run on a thread of its own
     * @param lookAnew the same when what it waits for is perhaps there although nobody has told
     * @return ends that when run
     */
    Runnable watch(Runnable look, Runnable lookAnew) {
        Watch watch = new Watch(look, lookAnew);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** Has all look that have not for a second. */
    void lookAgain() {
        long now = System.nanoTime();
        for (Watch watch : watches) {
            if (now - watch.since > LOOK_AGAIN_NANOS) {
                watch.since = now;
                look(watch.look);
            }
        }
    }

    /** Has all look, as the read model is another one from now on. */
    void lookAnew() {
        watches.forEach(watch -> look(watch.lookAnew));
    }

    private static void look(Runnable how) {
        try {
            how.run();
        } catch (RuntimeException e) { // the others look all the same
            log.debug("will look again soon", e);
        }
    }

    @Override
    public void start() {
        stopped = false;
    }

    /** Nobody waits any longer: all are answered with what there is, and the service can end. */
    @Override
    public void stop() {
        stopped = true;
        waiters.forEach((key, all) -> all.forEach(waiter -> runOnce(key, waiter)));
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER_STOPS_TAKING_REQUESTS;
    }

    /** How many wait now. */
    int count() {
        return waiters.values().stream().mapToInt(List::size).sum();
    }

    /** Two threads may find the same waiter: whichever takes it out runs it. */
    private void runOnce(Key key, Waiter waiter) {
        if (remove(key, waiter)) {
            waiter.arrived.run();
        }
    }

    private boolean remove(Key key, Waiter waiter) {
        AtomicBoolean removed = new AtomicBoolean();
        waiters.computeIfPresent(key, (same, present) -> {
            removed.set(present.remove(waiter));
            return present.isEmpty() ? null : present;
        });
        return removed.get();
    }

    private static final class Watch {

        private final Runnable look;
        private final Runnable lookAnew;
        private volatile long since = System.nanoTime();

        private Watch(Runnable look, Runnable lookAnew) {
            this.look = look;
            this.lookAnew = lookAnew;
        }
    }

    private record Key(String group, String stream) {}

    private static final class Waiter {

        private final long version;
        private final Runnable arrived;

        private Waiter(long version, Runnable arrived) {
            this.version = version;
            this.arrived = arrived;
        }
    }
}
