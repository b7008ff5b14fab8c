package io.orderflow.query.platform.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server-sent event, or several, as it goes over the wire, encoded once for all who get it. */
public final class Frame {

    private static final Frame HEARTBEAT = encoded(":\n\n");

    private final byte[] bytes;
    private final AtomicInteger waitingIn = new AtomicInteger();

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * An event.
     *
     * @param id what a client sends as {@code Last-Event-ID} to go on after this event; null for none
     * @param name the event's type
     * @param json the data, JSON on one line
     */
    public static Frame event(@Nullable String id, String name, String json) {
        return encoded((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + json + "\n\n");
    }

    /** Several events, to be taken or refused together. */
    public static Frame joined(List<Frame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(frame -> all.writeBytes(frame.bytes));
        return new Frame(all.toByteArray());
    }

    /** UTF-8, with the empty line at its end. */
    byte[] bytes() {
        return bytes;
    }

    /** In how many buffers it waits; one array of bytes, however many they are. */
    AtomicInteger waitingIn() {
        return waitingIn;
    }

    /** Tells the client after how many milliseconds to come back when the connection ends. */
    static Frame retryAfter(long millis) {
        return encoded("retry: " + millis + "\n\n");
    }

    /** Says nothing, but keeps the connection known as alive to all between. */
    static Frame heartbeat() {
        return HEARTBEAT;
    }

    private static Frame encoded(String text) {
        return new Frame(text.getBytes(StandardCharsets.UTF_8));
    }
}
