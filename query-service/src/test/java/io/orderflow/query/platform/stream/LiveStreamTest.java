package io.orderflow.query.platform.stream;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Stream stream = new Stream(DefaultQueryGateway.builder()
            .queryBus(SimpleQueryBus.builder().build())
            .build());

    @AfterEach
    void stop() {
        stream.stop();
    }

    @Test
    void work_that_fails_counts_as_updates_lost_and_the_next_is_done() {
        stream.take("fails");
        stream.take("succeeds");

        await().until(() -> done.get() == 1 && lost.get() == 1);
    }

    @Test
    void what_is_repeated_is_done_again_after_a_failure() {
        stream.repeat(
                () -> {
                    if (done.incrementAndGet() == 1) {
                        throw new IllegalStateException("for the test");
                    }
                },
                1);

        await().until(() -> done.get() > 1 && lost.get() == 1);
    }

    private final class Stream extends LiveStream<String> {

        private Stream(QueryGateway queries) {
            super(queries, "what there is", String.class, "test-stream");
        }

        @Override
        protected void take(String update) {
            execute(() -> {
                if (update.equals("fails")) {
                    throw new IllegalStateException("for the test");
                }
                done.incrementAndGet();
            });
        }

        @Override
        protected void updatesLost() {
            lost.incrementAndGet();
        }
    }
}
