package io.orderflow.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderflow.benchmarks.load.HttpConnection.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private static final String TEXT = "{\"orderId\":\"Größe\"}";

    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private HttpConnection connection;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sized", exchange -> answer(exchange, 200, bytes(TEXT), false));
        server.createContext("/chunked", exchange -> answer(exchange, 200, bytes(TEXT.repeat(2_000)), true));
        server.createContext(
                "/echo",
                exchange -> answer(exchange, 201, exchange.getRequestBody().readAllBytes(), true));
        server.createContext("/nothing", exchange -> answer(exchange, 503, new byte[0], false));
        server.start();
        connection = new HttpConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        connection.close();
        server.stop(0);
    }

    @Test
    void all_kinds_of_answers_are_read_over_one_connection() throws IOException {
        assertThat(connection.get("/sized")).isEqualTo(new Answer(200, TEXT));
        assertThat(connection.get("/chunked")).isEqualTo(new Answer(200, TEXT.repeat(2_000)));
        assertThat(connection.send("POST", "/echo", TEXT)).isEqualTo(new Answer(201, TEXT));
        assertThat(connection.get("/nothing").status()).isEqualTo(503);
        assertThat(clientPorts).hasSize(1);
    }

    @Test
    void a_property_is_found_in_the_body() throws IOException {
        Answer answer = connection.get("/sized");

        assertThat(answer.text("orderId")).isEqualTo("Größe");
        assertThatThrownBy(() -> answer.text("version")).hasMessageContaining("no version");
    }

    @Test
    void it_is_opened_again_after_it_was_closed() throws IOException {
        connection.get("/sized");
        connection.close();

        assertThat(connection.get("/sized").status()).isEqualTo(200);
        assertThat(clientPorts).hasSize(2);
    }

    private void answer(HttpExchange exchange, int status, byte[] body, boolean isChunked) throws IOException {
        clientPorts.add(exchange.getRemoteAddress().getPort());
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : isChunked ? 0 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
