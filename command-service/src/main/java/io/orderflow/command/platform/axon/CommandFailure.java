package io.orderflow.command.platform.axon;

import io.grpc.StatusRuntimeException;
import io.orderflow.platform.eventstore.AppendOutcomeUnknown;
import io.orderflow.platform.eventstore.AxonServerGone;
import io.orderflow.platform.problem.Outage;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What kept a command from being carried out, other than a refusal, in a form that crosses to another process: as the
 * details of an exception, whose class does not.
 *
 * @param kind what kind of failure
 * @param text what the handler's exception said
 */
record CommandFailure(Kind kind, String text) {

    /** What makes a difference to who has sent the command. */
    enum Kind {
        LOST_RACE,
        NOT_FOUND,
        BUSY,
        UNAVAILABLE,
        OUTCOME_UNKNOWN,
        FAILED
    }

    /** Describes what a handler, or the append of its events, has thrown. */
    static CommandFailure of(Throwable failure) {
        return new CommandFailure(kindOf(failure), String.valueOf(failure.getMessage()));
    }

    private static Kind kindOf(Throwable failure) {
        if (failure instanceof StatusRuntimeException appending) { // reading wraps it
            return kindOfAppend(appending);
        }
        if (AxonServerGone.isCauseOf(failure) || failure.getCause() instanceof InterruptedException) {
            return Kind.OUTCOME_UNKNOWN; // of an append too
        }
        if (LostRace.is(failure)) {
            return Kind.LOST_RACE;
        }
        if (failure instanceof AggregateNotFoundException) {
            return Kind.NOT_FOUND;
        }
        if (failure instanceof LockAcquisitionFailedException) {
            return Kind.BUSY;
        }
        if (failure instanceof AppendOutcomeUnknown
                || failure instanceof ExecutionException) { // a time-out of an append
            return Kind.OUTCOME_UNKNOWN;
        }
        return Outage.isCauseOf(failure) ? Kind.UNAVAILABLE : Kind.FAILED;
    }

    private static Kind kindOfAppend(StatusRuntimeException failure) {
        if (LostRace.is(GrpcExceptionParser.parse(failure))) {
            return Kind.LOST_RACE;
        }
        return switch (failure.getStatus().getCode()) {
            case UNAUTHENTICATED, PERMISSION_DENIED -> Kind.UNAVAILABLE;
            case INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION, UNIMPLEMENTED -> Kind.FAILED;
            default -> Kind.OUTCOME_UNKNOWN;
        };
    }

    /** The exception that a sender would have seen had the handler been in its own process, or one that means the same. */
    RuntimeException asException(Throwable received) {
        return switch (kind) {
            case LOST_RACE -> new ConcurrencyException(text, received);
            case NOT_FOUND -> new AggregateNotFoundException("", text, received);
            case BUSY -> new LockAcquisitionFailedException(text, received);
            case UNAVAILABLE -> new DataAccessResourceFailureException(text, received);
            case OUTCOME_UNKNOWN -> new AppendOutcomeUnknown(received);
            case FAILED -> new IllegalStateException(text, received);
        };
    }
}
