package io.orderflow.command.order.web;

import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over a time that the channel says something happened at. */
@Component
class ChannelTime {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final Clock clock;

    ChannelTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The time as given, in the precision that databases keep; now when none is given, or when the channel's clock is a
     * little ahead of ours.
     *
     * @throws ProblemException when it lies in the future or cannot be meant
     */
    Instant orNow(@Nullable Instant given, String pointer) {
        Instant now = now();
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid(Violation.at(pointer, "must not be in the future"));
        }
        if (given.isBefore(EARLIEST)) {
            throw ProblemException.invalid(Violation.at(pointer, "must not be before 1900"));
        }
        return given.isAfter(now) ? now : given.truncatedTo(ChronoUnit.MICROS);
    }
}
