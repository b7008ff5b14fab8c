package io.orderflow.platform.eventstore;

import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import org.axonframework.axonserver.connector.AxonServerException;

/** Tells that Axon Server is away, from what is wrong with a request. */
public final class AxonServerGone {

    private static final Set<Status.Code> PASSING = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.UNAUTHENTICATED,
            Status.Code.PERMISSION_DENIED);

    private AxonServerGone() {}

    /** Whether the exception says so. Its causes are not looked at. */
    public static boolean isCauseOf(Throwable e) {
        return e instanceof StatusRuntimeException grpc
                        && PASSING.contains(grpc.getStatus().getCode())
                || e instanceof StreamClosedException
                || e instanceof AxonServerException;
    }
}
