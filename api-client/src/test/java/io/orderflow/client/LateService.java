package io.orderflow.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service that is not there for its first second, and ends after one answer. */
final class LateService {

    private LateService() {}

    static void answer(int port, String body) {
        CountDownLatch answered = new CountDownLatch(1);
        try {
            // nobody can be told that the first try was refused, so only time can pass
            if (answered.await(300, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("answered before it was there");
            }
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
                answered.countDown();
            });
            server.start();
            answered.await(20, TimeUnit.SECONDS);
            server.stop(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
