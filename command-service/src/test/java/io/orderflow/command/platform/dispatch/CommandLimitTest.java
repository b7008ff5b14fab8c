package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CommandLimitTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Test
    void a_command_waits_for_its_turn_until_another_has_its_outcome() {
        CommandLimit limit = limit(1, LONG);
        limit.carryOut("a", () -> first);

        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> limit.carryOut("b", () -> CompletableFuture.completedFuture("done"))
                        .join());
        await().until(() -> figure("orderflow.commands.waiting") == 1);
        assertThat(second).isNotDone();
        first.completeExceptionally(new IllegalStateException("a failure is an outcome too"));

        assertThat(second).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("done");
        assertThat(figure("orderflow.commands.active")).isZero();
    }

    @Test
    void a_command_whose_turn_does_not_come_is_refused() {
        CommandLimit limit = limit(1, Duration.ofMillis(20));
        limit.carryOut("a", () -> first);

        assertOverloaded(() -> limit.carryOut("b", CommandLimitTest::neverBegun));
        assertThat(limit.isThereFor("POST")).isTrue();
        assertThat(meters.counter("orderflow.commands.refused").count()).isEqualTo(1);
    }

    @Test
    void a_command_that_may_not_even_wait_is_refused_at_once() {
        CommandLimit limit = limit(1, LONG);
        limit.carryOut("a", () -> first);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(
                () -> limit.carryOut("a", () -> first).join());
        await().until(() -> figure("orderflow.commands.waiting") == 1);

        assertThat(limit.isThereFor("POST")).isFalse();
        assertThat(limit.isThereFor("GET")).isTrue();
        assertOverloaded(() -> limit.carryOut("b", CommandLimitTest::neverBegun));

        first.complete("done");
        assertThat(second).succeedsWithin(Duration.ofSeconds(5));
        assertThat(limit.isThereFor("POST")).isTrue();
    }

    @Test
    void commands_about_one_thing_leave_turns_to_others() {
        CommandLimit limit = limit(8, 0, LONG);
        for (int i = 0; i < 4; i++) {
            limit.carryOut("hot", () -> first);
        }

        assertOverloaded(() -> limit.carryOut("hot", CommandLimitTest::neverBegun));
        assertThat(limit.carryOut("other", () -> CompletableFuture.completedFuture("done")))
                .isCompletedWithValue("done");
        first.complete("done");
        assertThat(limit.carryOut("hot", () -> CompletableFuture.completedFuture("done")))
                .isCompletedWithValue("done");
    }

    @Test
    void what_is_wanted_by_too_many_takes_no_turns_from_anything_else() {
        CommandLimit limit = limit(5_000, 0, LONG);
        for (int i = 0; i < 4; i++) {
            limit.carryOut("hot", () -> first);
        }

        for (int i = 0; i < 4_000; i++) {
            assertThat(limit.carryOut("other " + i, () -> CompletableFuture.completedFuture("done")))
                    .isCompletedWithValue("done");
        }
    }

    @Test
    void what_no_command_is_about_any_more_is_forgotten() {
        CommandLimit limit = limit(4, 0, Duration.ofMillis(1));
        for (int i = 0; i < 4; i++) {
            limit.carryOut("a", () -> first);
        }
        assertOverloaded(() -> limit.carryOut("a", CommandLimitTest::neverBegun));
        assertOverloaded(() -> limit.carryOut("b", CommandLimitTest::neverBegun));
        assertThat(limit.subjects()).isEqualTo(1);

        first.complete("done");

        assertThat(limit.subjects()).isZero();
    }

    @Test
    void a_command_that_cannot_be_sent_gives_its_turn_back() {
        CommandLimit limit = limit(0, LONG);

        assertThatThrownBy(() -> limit.carryOut("a", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(limit.carryOut("b", () -> CompletableFuture.completedFuture("done")))
                .isCompletedWithValue("done");
    }

    private CommandLimit limit(int waiting, Duration turnWait) {
        return limit(1, waiting, turnWait);
    }

    private CommandLimit limit(int atOnce, int waiting, Duration turnWait) {
        return new CommandLimit(new DispatchSettings(LONG, LONG, atOnce, waiting, turnWait), meters);
    }

    private double figure(String name) {
        return meters.get(name).gauge().value();
    }

    private static CompletableFuture<String> neverBegun() {
        throw new AssertionError("begun");
    }

    private static void assertOverloaded(ThrowingCallable command) {
        assertThatThrownBy(command)
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.OVERLOADED);
    }
}
