package io.orderflow.query.platform.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All open streams: keeps them alive, and ends them before the service stops, so that their clients go elsewhere. */
@Component
public class EventStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
    private static final int STREAMS_AT_MOST = 5_000;
    private static final long HEARTBEAT_SECONDS = 10;
    private static final long SLOW_CLIENTS_SECONDS = 2;
    private static final long RETRY_MILLIS = 1_000;
    private static final int BEFORE_THE_SERVER_STOPS_TAKING_REQUESTS = Integer.MAX_VALUE;

    /** A part of the memory that there is. The server keeps as much as a frame more for each client. */
    private static final long PART_OF_MEMORY = 8;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final WaitingBytes waiting;
    private @Nullable ScheduledExecutorService heart;
    private volatile boolean running;

    @Autowired
    EventStreams(MeterRegistry meters) {
        this(meters, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** @param waitingAtMost how many bytes may wait for all clients together before those who are behind are cut off */
    EventStreams(MeterRegistry meters, long waitingAtMost) {
        waiting = new WaitingBytes(waitingAtMost);
        Gauge.builder("orderflow.streams.open", open, Set::size)
                .description("clients of live streams")
                .register(meters);
        Gauge.builder("orderflow.streams.waiting", waiting, WaitingBytes::sum)
                .description("what waits for clients of live streams that are behind")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }

    /**
     * Turns a request into a stream.
     *
     * @param whenClosed told once when the stream is at its end, whoever ended it; perhaps before this returns
     * @throws ProblemException when there are too many streams already, or the service is stopping
     */
    public EventStream open(HttpServletRequest request, HttpServletResponse response, Consumer<EventStream> whenClosed)
            throws IOException {
        if (!running || open.size() >= STREAMS_AT_MOST) {
            throw new ProblemException(ErrorCode.OVERLOADED, "No more streams can be opened here for the moment");
        }
        EventStream stream = EventStream.open(request, response, waiting, closed -> {
            open.remove(closed);
            whenClosed.accept(closed);
        });
        open.add(stream);
        if (stream.isClosed()) { // before it was known here
            open.remove(stream);
        }
        stream.send(Frame.retryAfter(RETRY_MILLIS));
        return stream;
    }

    @Override
    public void start() {
        heart = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("stream-heartbeat"));
        heart.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        running = true;
    }

    /** Whatever happens to one of them: after a failure the heart would never beat again. */
    void beat() {
        for (EventStream stream : open) {
            try {
                stream.beat();
            } catch (RuntimeException e) {
                log.warn("a stream could not be kept alive", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(EventStream::end); // their clients come back with the last id they saw
        if (heart != null) {
            // the server waits for all of them
            heart.schedule(() -> open.forEach(EventStream::drop), SLOW_CLIENTS_SECONDS, TimeUnit.SECONDS);
            heart.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER_STOPS_TAKING_REQUESTS;
    }
}
