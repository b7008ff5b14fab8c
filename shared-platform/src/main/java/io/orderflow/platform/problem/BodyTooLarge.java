package io.orderflow.platform.problem;

import java.io.IOException;
import java.io.Serial;

/** Thrown while a body is read that is larger than any request may be. */
public final class BodyTooLarge extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int limit;

    /**
     * @param limit the bytes that a body may have
     */
    public BodyTooLarge(int limit) {
        super("body larger than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
