package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch mayWrite = new CountDownLatch(1);
    private final List<List<Object>> written = new CopyOnWriteArrayList<>();

    @Test
    void those_who_come_while_one_writes_share_the_next_write() throws Exception {
        GroupCommit commits = new GroupCommit(this::write, PATIENCE);
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
        GroupCommit commits = new GroupCommit(
                events -> {
                    write(events);
                    if (events.size() > 1) {
                        throw new ConcurrencyException("one of them");
                    }
                    if (!payload(events.get(0)).equals("first")) {
                        throw new NoClassDefFoundError("of whoever is written first");
                    }
                },
                PATIENCE);
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

    @Test
    void a_fault_after_a_conflict_is_met_once_and_not_by_each_in_turn() {
        GroupCommit commits = new GroupCommit(
                events -> {
                    write(events);
                    if (events.size() > 1) {
                        throw new ConcurrencyException("one of them");
                    }
                    if (!payload(events.get(0)).equals("first")) {
                        throw new IllegalStateException("the store is gone");
                    }
                },
                PATIENCE);
        CompletableFuture<Void> first = append(commits, "first");
        await().atMost(Duration.ofSeconds(5)).until(() -> !written.isEmpty());
        List<CompletableFuture<Void>> group =
                List.of(append(commits, "second"), append(commits, "third"), append(commits, "fourth"));
        await().atMost(Duration.ofSeconds(5)).until(() -> commits.waiting() == 3);
        mayWrite.countDown();

        first.join();
        assertThat(group)
                .allSatisfy(append -> assertThatThrownBy(append::join)
                        .as("says what the fault was: callers are told of an outage by it")
                        .hasRootCauseMessage("the store is gone"))
                .extracting(append -> append.handle(
                                (done, failure) -> failure.getCause().getClass().getSimpleName())
                        .join())
                .containsExactlyInAnyOrder("IllegalStateException", "EventStoreException", "EventStoreException");
        assertThat(written).as("the first, the group, one alone").hasSize(3);
    }

    @Test
    void an_append_that_is_not_begun_in_time_is_withdrawn() {
        GroupCommit commits = new GroupCommit(this::write, Duration.ofMillis(50));
        CompletableFuture<Void> slow = append(commits, "slow");
        await().atMost(Duration.ofSeconds(5)).until(() -> !written.isEmpty());

        assertThatThrownBy(() -> append(commits, "late").get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(AppendOutcomeUnknown.class);
        mayWrite.countDown();
        slow.join();

        assertThat(written).containsExactly(List.of("slow"));
    }

    @Test
    void an_append_that_others_are_writing_too_slowly_may_have_been_written() {
        Semaphore mayWriteNext = new Semaphore(0);
        GroupCommit commits = new GroupCommit(
                events -> {
                    written.add(events.stream().map(GroupCommitTest::payload).toList());
                    mayWriteNext.acquireUninterruptibly();
                },
                Duration.ofMillis(500));
        CompletableFuture<Void> first = append(commits, "first");
        await().atMost(Duration.ofSeconds(5)).until(() -> !written.isEmpty());
        List<CompletableFuture<Void>> group = List.of(append(commits, "second"), append(commits, "third"));
        await().atMost(Duration.ofSeconds(5)).until(() -> commits.waiting() == 2);
        mayWriteNext.release();
        first.join();

        await().atMost(Duration.ofSeconds(5)).until(() -> group.stream().anyMatch(CompletableFuture::isDone));
        mayWriteNext.release();

        assertThat(group)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .singleElement()
                .satisfies(late -> assertThatThrownBy(late::join).hasCauseInstanceOf(AppendOutcomeUnknown.class));
        await().atMost(Duration.ofSeconds(5)).until(() -> group.stream().allMatch(CompletableFuture::isDone));
        assertThat(written.get(1)).containsExactlyInAnyOrder("second", "third");
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
