package io.orderflow.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown by an aggregate that refuses a command. Nothing has changed when it is thrown. Never worth a retry. */
public final class RuleViolated extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Long currentVersion;

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     */
    public RuleViolated(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     * @param currentVersion the version that the caller would have had to expect, if that is the reason
     */
    public RuleViolated(ErrorCode code, String detail, @Nullable Long currentVersion) {
        super(detail, null, false, false);
        this.code = code;
        this.currentVersion = currentVersion;
    }

    /** The stable reason. */
    public ErrorCode code() {
        return code;
    }

    /** The same refusal as a value that can be sent to another process. */
    public Refusal refusal() {
        return new Refusal(code, String.valueOf(getMessage()), currentVersion);
    }
}
