package io.orderflow.query.projections;

import io.orderflow.api.projection.ReplayState;
import io.orderflow.api.projection.ReplayView;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.Projections;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.Frame;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells those who watch a replay how far it is, twice a second, until it has ended. One thread, however many watch. */
@Component
class ReplayStream implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ReplayStream.class);
    private static final long LOOK_MILLIS = 500;

    private final ProjectionViews views;
    private final ProjectionWatch watch;
    private final Projections projections;
    private final JsonMapper json;
    private final Map<EventStream, Generation> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("replay-stream"));

    ReplayStream(ProjectionViews views, ProjectionWatch watch, Projections projections, JsonMapper json) {
        this.views = views;
        this.watch = watch;
        this.projections = projections;
        this.json = json;
        thread.scheduleWithFixedDelay(this::tell, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins to tell of a replay. */
    void add(EventStream stream, Generation generation) {
        watched.put(stream, generation);
        if (stream.isClosed()) { // before it was known here
            remove(stream);
        }
        thread.execute(() -> tell(generation, Set.of(stream), watch.now()));
    }

    void remove(EventStream stream) {
        watched.remove(stream);
    }

    private void tell() {
        if (watched.isEmpty()) {
            return;
        }
        try {
            Snapshot now = watch.now();
            watched.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                    .forEach((generation, streams) -> tell(generation, streams, now));
        } catch (RuntimeException e) { // whoever watches is told more later
            log.debug("cannot see how the replays are doing, will look again", e);
        }
    }

    private void tell(Generation generation, Set<EventStream> streams, Snapshot now) {
        projections.generation(generation).ifPresent(row -> {
            ReplayView view = views.replay(row, now);
            Frame frame = Frame.event(null, "replay", json.writeValueAsString(view));
            for (EventStream stream : streams) {
                stream.send(frame);
                if (view.state() != ReplayState.RUNNING) {
                    stream.end();
                }
            }
        });
    }

    @Override
    public void destroy() {
        thread.shutdown(); // an interrupt would close the file of an embedded database
    }
}
