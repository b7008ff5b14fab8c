package io.orderflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A server on which one request at a time may keep a thread. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "orderflow.web.requests=1")
@Import(ThreadReserveTest.Waiting.class)
class ThreadReserveTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Autowired
    Waiting waiting;

    HttpEdge http;

    @BeforeEach
    void connect() {
        http = new HttpEdge(port);
    }

    @AfterEach
    void letGo() {
        waiting.mayEnd.countDown();
    }

    @Test
    void a_request_that_waits_without_a_thread_is_answered_although_others_have_all_threads() throws Exception {
        CompletableFuture<HttpResponse<String>> later = CompletableFuture.supplyAsync(() -> http.get("/later"));
        waiting.laterHasBegun.await();
        CompletableFuture<HttpResponse<String>> busy = CompletableFuture.supplyAsync(this::getBusy);
        waiting.busyHasBegun.await();
        assertThat(http.get("/later").statusCode()).isEqualTo(503);

        waiting.later.complete("done");

        assertThat(later).succeedsWithin(SOON).extracting(HttpResponse::body).isEqualTo("done");
        waiting.mayEnd.countDown();
        assertThat(busy).succeedsWithin(SOON);
    }

    /** The thread of the request before comes free a moment after its handler has returned. */
    private HttpResponse<String> getBusy() {
        HttpResponse<String> answer = http.get("/busy");
        while (answer.statusCode() == 503) {
            answer = http.get("/busy");
        }
        return answer;
    }

    @RestController
    static class Waiting {

        private final CountDownLatch laterHasBegun = new CountDownLatch(1);
        private final CountDownLatch busyHasBegun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final CompletableFuture<String> later = new CompletableFuture<>();

        @GetMapping(path = "/later", produces = MediaType.TEXT_PLAIN_VALUE)
        CompletableFuture<String> later() {
            laterHasBegun.countDown();
            return later;
        }

        @GetMapping(path = "/busy", produces = MediaType.TEXT_PLAIN_VALUE)
        String busy() throws InterruptedException {
            busyHasBegun.countDown();
            mayEnd.await();
            return "done";
        }
    }
}
