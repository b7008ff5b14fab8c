package io.orderflow.query.platform.reconciliation;

import java.io.Serial;

/** What a read model holds of an aggregate could not be made anew; it holds what it held before. */
public final class RepairFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RepairFailed(String group, String stream, Throwable cause) {
        super(stream + " in " + group + " stays as it is: " + cause.getMessage(), cause);
    }
}
