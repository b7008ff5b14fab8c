package io.orderflow.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server that gives the answers it was told to give, in turn, and keeps what it was asked. */
final class FakeService implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeService then(int status, String body, String... headers) {
        answers.add(new Answer(status, body, headers));
        return this;
    }

    FakeService thenProblem(int status, String code, String... headers) {
        return then(
                status, "{\"status\":%d,\"code\":\"%s\",\"detail\":\"for a test\"}".formatted(status, code), headers);
    }

    /** Reads the request and hangs up. */
    FakeService thenHangUp() {
        answers.add(new Answer(-1, ""));
        return this;
    }

    /** Reads the request and never answers. */
    FakeService thenSilence() {
        answers.add(new Answer(-2, ""));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8)));
        Answer answer = answers.poll();
        if (answer == null || answer.status == -1) {
            exchange.close();
            return;
        }
        if (answer.status == -2) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        for (int i = 0; i < answer.headers.length; i += 2) {
            exchange.getResponseHeaders().set(answer.headers[i], answer.headers[i + 1]);
        }
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String body, String... headers) {}

    record Asked(String method, String uri, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }
    }
}
