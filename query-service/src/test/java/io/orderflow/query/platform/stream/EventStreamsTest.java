package io.orderflow.query.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class EventStreamsTest {

    private static final int WAITING_AT_MOST = 100_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventStreams streams = new EventStreams(meters, WAITING_AT_MOST);
    private final List<Connection> connections = new ArrayList<>();

    @BeforeEach
    void start() {
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void a_connection_that_fails_in_whatever_way_ends_its_own_stream_only() throws IOException {
        for (int i = 0; i < 5; i++) {
            open(() -> {});
        }
        connections.get(2).broken = true;
        streams.beat();
        streams.beat();

        assertThat(connections.get(2).stream.isClosed()).isTrue();
        assertThat(connections)
                .filteredOn(connection -> !connection.broken)
                .allSatisfy(connection -> assertThat(connection.received()).endsWith(":\n\n:\n\n"));
    }

    @Test
    void what_fails_when_a_stream_is_closed_does_not_keep_a_heartbeat_from_the_others() throws IOException {
        for (int i = 0; i < 6; i++) {
            open(() -> {
                throw new IllegalStateException("for the test");
            });
        }
        connections.subList(0, 3).forEach(connection -> connection.broken = true);
        streams.beat();

        assertThat(connections.subList(0, 3)).allMatch(connection -> connection.stream.isClosed());
        assertThat(connections.subList(3, 6))
                .allSatisfy(connection -> assertThat(connection.received()).endsWith(":\n\n"));
    }

    @Test
    void while_too_much_waits_in_all_buffers_together_those_who_are_behind_are_cut_off() throws IOException {
        for (int i = 0; i < 9; i++) {
            open(() -> {});
            connections.get(i).slow = i < 8;
        }
        for (int i = 0; i < 30; i++) {
            for (Connection connection : connections) {
                connection.stream.send(frame(1_000));
            }
        }
        assertThat(waiting()).isBetween(WAITING_AT_MOST / 2.0, WAITING_AT_MOST + 2_000.0);
        assertThat(connections.subList(0, 8))
                .anyMatch(connection -> connection.stream.isClosed())
                .anyMatch(connection -> !connection.stream.isClosed());
        assertThat(connections.get(8).stream.isClosed()).isFalse();
        assertThat(connections.get(8).received()).hasSizeGreaterThan(30_000);

        connections.forEach(connection -> connection.stream.drop());
        assertThat(waiting()).isZero();
    }

    @Test
    void what_waits_for_many_counts_once() throws IOException {
        Frame all = frame(WAITING_AT_MOST / 20);
        for (int i = 0; i < 40; i++) {
            open(() -> {});
            connections.get(i).slow = true;
            connections.get(i).stream.send(all);
            connections.get(i).stream.send(all);
        }
        assertThat(connections).noneMatch(connection -> connection.stream.isClosed());
        assertThat(waiting()).isBetween(WAITING_AT_MOST / 20.0, WAITING_AT_MOST / 20.0 + 100);
        connections.forEach(connection -> connection.becomeReady());
        assertThat(waiting()).isZero();
    }

    private static Frame frame(int length) {
        return Frame.event(null, "order", "\"" + "x".repeat(length) + "\"");
    }

    private double waiting() {
        return meters.get("orderflow.streams.waiting").gauge().value();
    }

    private void open(Runnable whenClosed) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAsyncSupported(true);
        Connection connection = new Connection();
        connection.stream = streams.open(request, connection, closed -> whenClosed.run());
        connections.add(connection);
        connection.ready.onWritePossible();
    }

    private static final class Connection extends MockHttpServletResponse {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private EventStream stream;
        private WriteListener ready;
        private boolean broken;
        private boolean slow;

        private void becomeReady() {
            slow = false;
            try {
                ready.onWritePossible();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String received() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {

                @Override
                public boolean isReady() {
                    return !slow;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    ready = listener;
                }

                @Override
                public void write(int b) {
                    if (broken) {
                        throw new UncheckedIOException(new IOException("for the test"));
                    }
                    bytes.write(b);
                }
            };
        }
    }
}
