package io.orderflow.query.orderhistory;

import io.orderflow.api.order.query.OrderView;
import io.orderflow.query.platform.freshness.ProjectedElsewhere;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.Frame;
import io.orderflow.query.platform.stream.LiveStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single orders, live. An update only says which order to look at; what is sent comes from the history, from the version
 * that each client has. So nothing is left out or sent twice, whatever happens to an update.
 *
 * <p>Updates stay in the process that projects. When another one says that it has projected something, or may have, this one
 * looks at the versions of the followed orders by itself; now and then also without being told, as news may be lost.
 */
@Component
class OrderStream extends LiveStream<HistoryGrown> {

    /** How many versions are read, told and encoded at once; the most of a long past that is in memory. */
    static final int VERSIONS_AT_ONCE = 50;

    private static final Logger log = LoggerFactory.getLogger(OrderStream.class);
    private static final String GROUP = "order-history";
    private static final int LOOK_MILLIS = 250;
    private static final int LOOK_UNTOLD_EVERY = 8;
    private static final int LOOK_AFTER_MILLIS = 50;
    private static final int ORDERS_AT_ONCE = 500;

    private final Answers answers;
    private final ReadPositions positions;
    private final JsonMapper json;
    private final Map<UUID, List<OrderFollower>> followers = new ConcurrentHashMap<>();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean aboutToLook = new AtomicBoolean();
    private volatile boolean mayHaveMissed = true;
    private boolean wasToldOfAll; // used by the stream's one thread, as is the next
    private int untold;

    OrderStream(
            QueryGateway queries,
            Answers answers,
            ReadPositions positions,
            ProjectedElsewhere projectedElsewhere,
            JsonMapper json) {
        super(queries, new WatchHistories(), HistoryGrown.class, "order-stream");
        this.answers = answers;
        this.positions = positions;
        this.json = json;
        projectedElsewhere.whenChanged(GROUP, this::lookSoon);
    }

    /**
     * Serves a new client.
     *
     * @param first what it is sent at once
     * @param lastSeen the version that it has; null for none
     */
    void follow(EventStream stream, UUID orderId, Versions first, @Nullable Long lastSeen) {
        OrderFollower follower = new OrderFollower(stream, lastSeen == null ? first.latest() - 1 : lastSeen);
        send(orderId, first, List.of(follower));
        followers.compute(orderId, (same, present) -> {
            List<OrderFollower> all = present == null ? new CopyOnWriteArrayList<>() : present;
            all.add(follower);
            return all;
        });
        if (stream.isClosed()) { // perhaps before it was known here
            remove(orderId, stream);
        }
        lookAt(orderId); // it may have changed before anybody followed it
    }

    void remove(UUID orderId, EventStream stream) {
        followers.computeIfPresent(orderId, (same, present) -> {
            present.removeIf(follower -> follower.isOn(stream));
            return present.isEmpty() ? null : present;
        });
    }

    /** Whether the history is being built anew here: then its versions are not all there are. */
    boolean isReplaying() {
        return positions.isReplaying(GROUP);
    }

    /** How many follow an order now. */
    int followersOf(UUID orderId) {
        return followers.getOrDefault(orderId, List.of()).size();
    }

    @Override
    protected void take(HistoryGrown update) {
        List<OrderFollower> interested = followers.getOrDefault(update.orderId(), List.of());
        interested.forEach(OrderFollower::changed);
        if (!interested.isEmpty()) {
            lookAt(update.orderId());
        }
    }

    @Override
    protected void updatesLost() {
        mayHaveMissed = true;
    }

    private void lookAt(UUID orderId) {
        if (changed.add(orderId) && !execute(() -> bringUpToDate(orderId))) {
            changed.remove(orderId);
            mayHaveMissed = true;
        }
    }

    private void bringUpToDate(UUID orderId) {
        changed.remove(orderId); // first: what changes from now on is looked at again
        List<OrderFollower> ready = followers.getOrDefault(orderId, List.of()).stream()
                .filter(OrderFollower::isReady)
                .toList();
        if (ready.isEmpty()) {
            return;
        }
        try {
            long after = ready.stream().mapToLong(OrderFollower::sent).min().orElseThrow();
            answers.ifAny(new FindVersions(orderId, after, VERSIONS_AT_ONCE), Versions.class)
                    .ifPresent(versions -> send(orderId, versions, ready));
        } catch (RuntimeException e) {
            log.warn("an order could not be read for its followers, which is tried again: {}", e.toString());
            mayHaveMissed = true;
        }
    }

    private void send(UUID orderId, Versions versions, List<OrderFollower> to) {
        for (OrderView view : versions.views()) {
            Frame frame = Frame.event(Long.toString(view.version()), "order", json.writeValueAsString(view));
            to.forEach(follower -> follower.send(view.version(), frame));
        }
        to.forEach(follower -> follower.sentUpTo(versions.latest(), versions.isOver(), () -> lookAt(orderId)));
    }

    /** Looks for what no update has told, or may not have told. Quiet during a replay, and looks once it is over. */
    private void lookForMissed() {
        try {
            if (isReplaying()) {
                mayHaveMissed = true;
                return;
            }
            boolean toldOfAll = positions.isReadHereAlone(GROUP);
            boolean othersHaveStopped = toldOfAll && !wasToldOfAll;
            wasToldOfAll = toldOfAll;
            untold = toldOfAll ? 0 : (untold + 1) % LOOK_UNTOLD_EVERY;
            if (mayHaveMissed || othersHaveStopped || (!toldOfAll && untold == 0)) {
                mayHaveMissed = false; // first: what is missed from now on is looked for again
                lookAtAll();
            }
        } catch (RuntimeException e) {
            log.warn("the followed orders could not be looked at, which is tried again: {}", e.toString());
            mayHaveMissed = true;
        }
    }

    /** What another replica tells in quick succession is looked at together. */
    private void lookSoon() {
        if (!followers.isEmpty() && aboutToLook.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        aboutToLook.set(false);
                        mayHaveMissed = true;
                        execute(this::lookForMissed); // if not, then in the next round
                    });
        }
    }

    private void lookAtAll() {
        List<UUID> followed = new ArrayList<>(followers.keySet());
        for (int from = 0; from < followed.size(); from += ORDERS_AT_ONCE) {
            Set<UUID> part = new HashSet<>(followed.subList(from, Math.min(from + ORDERS_AT_ONCE, followed.size())));
            for (LatestVersion latest : answers.all(new FindLatestVersions(part), LatestVersion.class)) {
                if (followers.getOrDefault(latest.orderId(), List.of()).stream()
                        .anyMatch(follower -> follower.isReady() && follower.sent() < latest.version())) {
                    bringUpToDate(latest.orderId());
                }
            }
        }
    }

    @Override
    public void start() {
        super.start();
        repeat(this::lookForMissed, LOOK_MILLIS);
    }
}
