package io.orderflow.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The call was sent and no answer came: it may have had its effect. Send it again with the same key, or read first. */
public final class OutcomeUnknown extends OrderflowException {

    @Serial
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
