package io.orderflow.query.platform.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * The connection to one client of server-sent events. Never blocks: what the client is not ready to take waits in a bounded
 * buffer, and a client that lets it overflow, or takes nothing for too long, is dropped and comes back by itself.
 */
public final class EventStream {

    /** How many frames wait for a client at most. */
    public static final int FRAMES_AT_MOST = 256;

    private static final int BYTES_AT_MOST = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<EventStream> whenClosed;
    private final WaitingBytes all;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private @Nullable Runnable whenDrained;
    private boolean started;
    private boolean unflushed;
    private boolean ending;
    private boolean closed;
    private long lastProgress = System.nanoTime();

    private EventStream(
            AsyncContext context, ServletOutputStream out, WaitingBytes all, Consumer<EventStream> whenClosed) {
        this.context = context;
        this.out = out;
        this.all = all;
        this.whenClosed = whenClosed;
    }

    static EventStream open(
            HttpServletRequest request,
            HttpServletResponse response,
            WaitingBytes all,
            Consumer<EventStream> whenClosed)
            throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that collects answers would hold events back
        ShallowEtagHeaderFilter.disableContentCaching(request);
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        EventStream stream = new EventStream(context, response.getOutputStream(), all, whenClosed);
        context.addListener(stream.new Ending());
        stream.out.setWriteListener(stream.new Ready());
        return stream;
    }

    /**
     * Sends a frame as soon as the client takes it. Drops a client that has left too much in the buffer already. Does
     * nothing when the stream is closed.
     */
    public synchronized void send(Frame frame) {
        if (closed || ending) {
            return;
        }
        if (!hasRoom()) {
            drop();
            return;
        }
        waiting.add(frame);
        waitingBytes += frame.bytes().length;
        all.add(frame);
        write();
    }

    /**
     * Whether the buffer takes another frame, of whatever length. One in which nothing waits always does; while too much
     * waits in all of them together, no other.
     */
    public synchronized boolean hasRoom() {
        return waiting.isEmpty() || waiting.size() < FRAMES_AT_MOST && waitingBytes < BYTES_AT_MOST && all.isRoom();
    }

    /**
     * Calls back once, as soon as the client has taken everything; not if it never does.
     *
     * @param callback run on any thread, so it must return at once
     */
    public synchronized void whenDrained(Runnable callback) {
        whenDrained = callback;
        write();
    }

    /** Ends the stream now because its client does not keep up; it comes back with the last id that it has seen. */
    public void drop() {
        log.debug("a stream is dropped: its client does not keep up");
        close();
    }

    /** Ends the stream after what waits has been sent. */
    public synchronized void end() {
        ending = true;
        write();
    }

    /** Keeps the connection alive, and drops a client that takes nothing. */
    synchronized void beat() {
        if (!waiting.isEmpty() && System.nanoTime() - lastProgress > STALLED_NANOS) {
            log.debug("a stream is dropped: its client takes nothing");
            close();
        } else if (waiting.isEmpty()) {
            send(Frame.heartbeat());
        }
    }

    /** Whether the client is gone. */
    public synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.forEach(all::remove);
            waiting.clear();
            waitingBytes = 0;
            complete();
            whenClosed.accept(this);
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            log.trace("ended already", e);
        }
    }

    private synchronized void write() {
        try {
            while (started && !closed && out.isReady()) {
                Frame next = waiting.poll();
                if (next != null) {
                    waitingBytes -= next.bytes().length;
                    all.remove(next);
                    out.write(next.bytes());
                    unflushed = true;
                    lastProgress = System.nanoTime();
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    drained();
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("the client of a stream is gone: {}", e.toString());
            close();
        } catch (RuntimeException e) { // to whoever sends, one stream must be like another
            log.warn("a stream is dropped: it could not be written to", e);
            close();
        }
    }

    private void drained() {
        Runnable callback = whenDrained;
        whenDrained = null;
        if (ending) {
            close();
        } else if (callback != null) {
            callback.run();
        }
    }

    private synchronized void start() {
        started = true;
        write();
    }

    private final class Ready implements WriteListener {

        @Override
        public void onWritePossible() {
            start();
        }

        @Override
        public void onError(Throwable failure) {
            close();
        }
    }

    private final class Ending implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            close();
        }

        @Override
        public void onError(AsyncEvent event) {
            close();
            complete(); // when it was closed a moment before, the server had not listened and would now send an error
            // page
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // a stream is never dispatched again
        }
    }
}
