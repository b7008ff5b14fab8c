package io.orderflow.platform.axon;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each processor's last failure. Axon forgets it: it gives up the segment at once, takes it again later, and
 * calls the processor healthy all the time.
 */
final class ProcessorFailures implements ErrorHandler {

    private final Map<String, Failure> last = new ConcurrentHashMap<>();
    private final Clock clock;

    ProcessorFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handleError(ErrorContext failed) throws Exception {
        last.put(failed.eventProcessor(), new Failure(clock.instant(), describe(failed.error())));
        PropagatingErrorHandler.instance().handleError(failed);
    }

    /** A processor's last failure. */
    Optional<Failure> lastOf(String processor) {
        return Optional.ofNullable(last.get(processor));
    }

    private static String describe(@Nullable Throwable error) {
        return error == null ? "unknown" : error.getClass().getSimpleName();
    }

    /**
     * A failure.
     *
     * @param at when
     * @param cause what kind of exception; its text may hold data that are nobody's business here
     */
    record Failure(Instant at, String cause) {}
}
