package io.orderflow.query.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.query.platform.axon.TestEventStore;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More clients that take nothing than the server has threads. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.tomcat.threads.max=12", "orderflow.web.requests=10"})
@Import(StalledClientsTest.Streams.class)
@DirtiesContext
class StalledClientsTest {

    private static final int CLIENTS = 25;
    private static final Frame LARGE = Frame.event("1", "large", "\"" + "x".repeat(200_000) + "\"");

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    Streams opened;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void those_that_are_cut_off_together_keep_nobody_waiting() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write("GET /streams HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
            await().until(() -> opened.streams.size() == sockets.size()); // more at once would be refused
        }
        for (EventStream stream : opened.streams) {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
                stream.send(LARGE);
                return !stream.hasRoom();
            });
        }
        opened.streams.forEach(EventStream::drop);
        for (int i = 0; i < CLIENTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/orders"))
                    .timeout(Duration.ofSeconds(
                            5)) // the server waits for a client to take what is left for twice as long
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        for (Socket socket : sockets) {
            socket.setSoTimeout(20_000);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream()); // to its end
        }
    }

    /** No component: other tests look for those in this package. */
    static final class Streams {

        private final List<EventStream> streams = new CopyOnWriteArrayList<>();

        @Bean
        ServletRegistrationBean<HttpServlet> streamServlet(EventStreams all) {
            ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(
                    new HttpServlet() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            streams.add(all.open(request, response, closed -> {}));
                        }
                    },
                    "/streams");
            registration.setAsyncSupported(true);
            return registration;
        }
    }
}
