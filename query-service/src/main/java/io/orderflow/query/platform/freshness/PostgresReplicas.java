package io.orderflow.query.platform.freshness;

import io.orderflow.platform.postgres.PostgresDatabase;
import io.orderflow.platform.postgres.PostgresListener;
import io.orderflow.platform.postgres.PostgresTeller;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Replicas on one PostgreSQL database: they notify each other there after each commit. */
final class PostgresReplicas implements OtherReplicas, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresReplicas.class);
    private static final String CHANNEL = "orderflow_projections";

    private final Arrivals arrivals;
    private final ProjectedElsewhere elsewhere;
    private final SharedPositions positions;
    private final ProjectionNews news;
    private final PostgresTeller teller;
    private final PostgresListener listener;
    private final Map<String, Instant> lastProjected = new ConcurrentHashMap<>();
    private final ExecutorService looking = Executors.newSingleThreadExecutor(new AxonThreadFactory("look-again"));
    private final AtomicBoolean isLooking = new AtomicBoolean();

    PostgresReplicas(
            PostgresDatabase readModels,
            Arrivals arrivals,
            ProjectedElsewhere elsewhere,
            SharedPositions positions,
            JsonMapper json) {
        this.arrivals = arrivals;
        this.elsewhere = elsewhere;
        this.positions = positions;
        this.news = new ProjectionNews(json, PostgresTeller.MESSAGE_BYTES);
        this.teller = new PostgresTeller(readModels, CHANNEL, news::drain);
        this.listener = new PostgresListener(readModels, CHANNEL, new Hearing());
    }

    @Override
    public void projected(String group, Instant recordedAt, String stream, long version) {
        news.add(group, recordedAt, stream, version);
        teller.wake();
    }

    @Override
    public OptionalLong position(String group, OptionalLong here) {
        return positions.position(group);
    }

    @Override
    public Optional<Instant> lastProjected(String group) {
        return Optional.ofNullable(lastProjected.get(group));
    }

    /** In another thread, as it asks the database for each reader that waits: nothing would be heard meanwhile. */
    private void lookAgain() {
        if (isLooking.compareAndSet(false, true)) {
            try {
                looking.execute(() -> {
                    try {
                        elsewhere.changed(); // first, as it asks for nothing itself
                        arrivals.lookAgain();
                    } catch (RuntimeException e) {
                        log.debug("will look again soon", e);
                    } finally {
                        isLooking.set(false);
                    }
                });
            } catch (RejectedExecutionException e) {
                log.debug("the service stops");
            }
        }
    }

    @Override
    public void close() {
        listener.close();
        teller.close();
        looking.shutdown();
    }

    private final class Hearing implements PostgresListener.Subscriber {

        @Override
        public void heard(int from, String message) {
            if (from == teller.serverProcess()) {
                return;
            }
            ProjectionNews.Message told = news.read(message);
            lastProjected.put(told.group(), told.at());
            told.streams().forEach((stream, version) -> arrivals.arrived(told.group(), stream, version));
            elsewhere.changed(told.group());
        }

        @Override
        public void lookAgain(Connection connection) {
            PostgresReplicas.this.lookAgain();
        }
    }
}
