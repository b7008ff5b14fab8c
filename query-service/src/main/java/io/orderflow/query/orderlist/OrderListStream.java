package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.freshness.ProjectedElsewhere;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.LiveGenerations;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.Frame;
import io.orderflow.query.platform.stream.LiveStream;
import io.orderflow.query.platform.stream.LiveUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The live list of orders: one subscription query and one thread, however many clients there are. A client is added, given
 * what there is now, and sent what changes by that same thread, so that nothing falls between the two.
 */
@Component
class OrderListStream extends LiveStream<OrderChanged> {

    static final String GROUP = "order-list";

    private static final Logger log = LoggerFactory.getLogger(OrderListStream.class);
    private static final int SNAPSHOT = 100;
    private static final int MISSED_AT_MOST = 1_000;
    private static final long LOOK_AFTER_MILLIS = 50;
    private static final long LOOK_FOR_REPLAY_MILLIS = 250;
    private static final long LOOK_AGAIN_AFTER_MILLIS = 1_000;

    private final Answers answers;
    private final ListedChanges list;
    private final LiveUpdates updates;
    private final JsonMapper json;
    private final ChangesElsewhere elsewhere;
    private Optional<Generation> shown = Optional.empty(); // to the clients, up to now
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private long heldBack;
    private final AtomicBoolean aboutToLook = new AtomicBoolean();

    OrderListStream(
            QueryGateway queries,
            Answers answers,
            ReadPositions positions,
            ProjectedElsewhere projectedElsewhere,
            LiveGenerations generations,
            LiveUpdates updates,
            JsonMapper json) {
        super(queries, new WatchOrders(), OrderChanged.class, "order-list-stream");
        this.answers = answers;
        this.list = new ListedChanges(answers, positions, generations);
        this.updates = updates;
        this.json = json;
        this.elsewhere = new ChangesElsewhere(list);
        projectedElsewhere.whenChanged(GROUP, this::lookSoon);
    }

    /**
     * Serves a new client.
     *
     * @param lastSeen the id of the last frame it has seen, or null
     */
    void add(EventStream stream, OrderListFilter filter, @Nullable Long lastSeen) {
        if (!execute(() -> begin(new Client(stream, filter), lastSeen))) {
            stream.end(); // it will come back
        }
    }

    private void begin(Client client, @Nullable Long lastSeen) {
        if (clients.isEmpty()) {
            shown = list.here().generation();
            elsewhere.begin();
        }
        clients.add(client);
        try {
            if (lastSeen == null || !resume(client, lastSeen)) {
                sendSnapshot(client);
            }
        } catch (RuntimeException e) {
            log.warn("a stream could not be begun, its client will come back: {}", e.toString());
            client.stream.end();
        }
        if (client.stream.isClosed()) { // perhaps before it was known here
            clients.remove(client);
        }
    }

    void remove(EventStream stream) {
        clients.removeIf(client -> client.stream.equals(stream));
    }

    private void sendSnapshot(Client client) {
        String id = Long.toString(list.position());
        FindOrders query = new FindOrders(
                client.filter.statuses(), client.filter.customerId(), null, null, OrderSort.NEWEST_FIRST, 1, SNAPSHOT);
        OrderPage page = answers.to(query, OrderPage.class);
        page.items().forEach(client::sent);
        client.stream.send(Frame.event(id, "snapshot", json.writeValueAsString(page)));
    }

    /** Sends what the client has missed; false if that is too much. */
    private boolean resume(Client client, long lastSeen) {
        String id = Long.toString(list.position());
        List<OrderSummary> missed =
                answers.all(new OrdersSince(lastSeen, client.filter.customerId(), MISSED_AT_MOST), OrderSummary.class);
        if (missed.size() > MISSED_AT_MOST) {
            return false;
        }
        List<Frame> frames = new ArrayList<>();
        for (OrderSummary order : missed) {
            client.sent(order);
            // whoever is cut off before the last of them comes back with what it had
            String upTo = frames.size() < missed.size() - 1 ? Long.toString(lastSeen) : id;
            frames.add(frame(client.filter.matches(order) ? "order" : "left", upTo, order));
        }
        client.stream.send(Frame.joined(frames)); // one by one they would overflow a client that has just come
        return true;
    }

    /** What the other replica tells in quick succession is read together. */
    private void lookSoon() {
        lookIn(LOOK_AFTER_MILLIS);
    }

    private void lookIn(long millis) {
        if (!clients.isEmpty() && aboutToLook.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
                aboutToLook.set(false);
                if (!execute(this::publishChangesElsewhere)) {
                    updatesLost();
                }
            });
        }
    }

    private void publishChangesElsewhere() {
        String id = resumeId(); // as it was before: until the last of them is sent, something is missing
        Optional<List<OrderSummary>> changed;
        try {
            changed = elsewhere.find();
        } catch (RuntimeException e) {
            log.warn("what other replicas have changed could not be read, which is tried again: {}", e.toString());
            lookIn(LOOK_AGAIN_AFTER_MILLIS);
            return;
        }
        changed.ifPresentOrElse(orders -> orders.forEach(order -> publishElsewhere(order, id)), this::updatesLost);
    }

    /** In which state it was before is not known: who did not see it is told that it is not in the list. */
    private void publishElsewhere(OrderSummary order, String id) {
        clients.stream()
                .filter(client -> client.filter.isOf(order.customerId()))
                .filter(client -> client.isNews(order))
                .forEach(client ->
                        client.stream.send(frame(client.filter.isIn(order.status()) ? "order" : "left", id, order)));
    }

    /** Tells of an update, before which this thread was given all that the list has taken. */
    private void publish(OrderChanged change, ListedChanges.Here before) {
        // another list than before may be ahead of what was told here: it is looked at, as if others had changed it
        OptionalLong upTo = before.generation().equals(shown) ? before.position() : OptionalLong.empty();
        shown = before.generation();
        if (elsewhere.advance(upTo)) {
            lookSoon();
        }
        if (!elsewhere.isNews(change.order(), change.position())) {
            return; // found in the list already
        }
        List<Client> interested = clients.stream()
                .filter(client -> client.filter.isOf(change.order().customerId()))
                .filter(client -> client.isNews(change.order()))
                .toList();
        if (interested.isEmpty()) {
            return;
        }
        String id = resumeId();
        OrderSummary order = named(change.order());
        Frame present = frame("order", id, order);
        Frame left = frame("left", id, order);
        for (Client client : interested) {
            if (client.filter.isIn(order.status())) {
                client.stream.send(present);
            } else if (change.previousStatus() != null && client.filter.isIn(change.previousStatus())) {
                client.stream.send(left);
            }
        }
    }

    private OrderSummary named(OrderSummary order) {
        return order.withCustomerName(answers.ifAny(new CustomerNameOf(order.customerId()), String.class)
                .orElse(null));
    }

    private Frame frame(String name, String id, OrderSummary order) {
        return Frame.event(id, name, json.writeValueAsString(order));
    }

    /** Everything up to here has been sent; not all that has been sent is below: that has its version. */
    private String resumeId() {
        return Long.toString(elsewhere.knownUpTo());
    }

    /** On the projection's thread, which says how far it has come only after all updates of a batch. */
    @Override
    protected void take(OrderChanged change) {
        if (clients.isEmpty() && isIdle()) {
            return;
        }
        ListedChanges.Here before = list.here();
        if (!execute(() -> publish(change, before))) {
            log.warn("the live list cannot keep up");
            updatesLost();
        }
    }

    /** Whoever came during a replay was given what there was by then, and was told nothing since. */
    private void lookForReplay() {
        long now = updates.heldBack(WatchOrders.class);
        if (now != heldBack && !list.isReplaying()) {
            heldBack = now;
            updatesLost();
        }
    }

    @Override
    public void start() {
        super.start();
        repeat(this::lookForReplay, LOOK_FOR_REPLAY_MILLIS);
    }

    /** The clients come back and are told what they missed. */
    @Override
    protected void updatesLost() {
        clients.forEach(client -> client.stream.end());
    }
}
