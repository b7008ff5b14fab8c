package io.orderflow.command.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandOutcomesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void many_successes_do_not_drive_out_a_refusal() {
        CommandOutcomes outcomes = new CommandOutcomes(command -> Optional.empty(), CLOCK);
        UUID refused = UUID.randomUUID();
        outcomes.refused(refused, "ada", ErrorCode.CUSTOMER_NOT_FOUND);
        for (int i = 0; i <= CommandOutcomes.REMEMBERED_AT_MOST; i++) {
            outcomes.done(UUID.randomUUID(), "ada", "order-1", i);
        }

        assertThat(outcomes.of(refused, "ada")).isEqualTo(CommandOutcome.refused(ErrorCode.CUSTOMER_NOT_FOUND));
    }
}
