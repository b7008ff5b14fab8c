package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final CountDownLatch mayWrite = new CountDownLatch(1);
    private final List<List<Object>> written = new CopyOnWriteArrayList<>();

    @Test
    void those_who_come_while_one_writes_share_the_next_write() throws Exception {
        GroupCommit commits = new GroupCommit(this::write);
        CompletableFuture<Void> first = append(commits, "first");
        await().atMost(Duration.ofSeconds(5)).until(() -> !written.isEmpty());
        CompletableFuture<Void> second = append(commits, "second");
        CompletableFuture<Void> third = append(commits, "third");
        await().atMost(Duration.ofSeconds(5)).until(() -> commits.waiting() == 2);
        mayWrite.countDown();
        CompletableFuture.allOf(first, second, third).join();

        assertThat(written).hasSize(2);
        assertThat(written.get(0)).containsExactly("first");
        assertThat(written.get(1)).containsExactlyInAnyOrder("second", "third");
    }

    @Test
    void nobody_takes_for_a_success_what_an_error_kept_from_being_written() {
        GroupCommit commits = new GroupCommit(events -> {
            write(events);
            if (events.size() > 1) {
                throw new ConcurrencyException("one of them");
            }
            if (!payload(events.get(0)).equals("first")) {
                throw new NoClassDefFoundError("of whoever is written first");
            }
        });
        CompletableFuture<Void> first = append(commits, "first");
        await().atMost(Duration.ofSeconds(5)).until(() -> !written.isEmpty());
        CompletableFuture<Void> second = append(commits, "second");
        CompletableFuture<Void> third = append(commits, "third");
        await().atMost(Duration.ofSeconds(5)).until(() -> commits.waiting() == 2);
        mayWrite.countDown();

        first.join();
        assertThatThrownBy(second::join).isNotNull();
        assertThatThrownBy(third::join).isNotNull();
    }

    private void write(List<EventMessage<?>> events) {
        written.add(events.stream().map(GroupCommitTest::payload).toList());
        try {
            mayWrite.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> append(GroupCommit commits, String event) {
        return CompletableFuture.runAsync(() -> commits.append(List.of(new GenericEventMessage<>(event))));
    }

    private static Object payload(EventMessage<?> event) {
        return event.getPayload();
    }
}
