package io.orderflow.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call did not succeed; which of the three kinds it is says what is known about its effect. */
public abstract sealed class OrderflowException extends RuntimeException
        permits ApiProblem, OutcomeUnknown, ServiceUnreachable {

    @Serial
    private static final long serialVersionUID = 1L;

    OrderflowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
