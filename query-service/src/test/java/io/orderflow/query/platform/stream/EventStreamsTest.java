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

    private final EventStreams streams = new EventStreams(new SimpleMeterRegistry());
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

        private String received() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {

                @Override
                public boolean isReady() {
                    return true;
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
