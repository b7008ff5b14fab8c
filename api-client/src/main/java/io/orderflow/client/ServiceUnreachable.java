package io.orderflow.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The service could not be reached until the retries ended. The call had no effect. */
public final class ServiceUnreachable extends OrderflowException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServiceUnreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
