package io.orderflow.api.error;

import java.io.Serial;

/** Thrown by an aggregate that refuses a command. Nothing has changed when it is thrown. Never worth a retry. */
public final class RuleViolated extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     */
    public RuleViolated(ErrorCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The stable reason. */
    public ErrorCode code() {
        return code;
    }

    /** The same refusal as a value that can be sent to another process. */
    public Refusal refusal() {
        return new Refusal(code, String.valueOf(getMessage()));
    }
}
