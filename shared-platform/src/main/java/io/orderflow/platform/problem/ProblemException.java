package io.orderflow.platform.problem;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown wherever a request cannot be answered as asked; becomes a problem answer with the code's HTTP status. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;
    private final @Nullable Long currentVersion;

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     */
    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     * @param violations what is wrong, field by field
     */
    public ProblemException(ErrorCode code, String detail, List<Violation> violations) {
        this(code, detail, violations, null);
    }

    /** What an aggregate answered. */
    public ProblemException(Refusal refusal) {
        this(refusal.code(), refusal.detail(), List.of(), refusal.currentVersion(), null);
    }

    ProblemException(ErrorCode code, String detail, List<Violation> violations, @Nullable Throwable cause) {
        this(code, detail, violations, null, cause);
    }

    private ProblemException(
            ErrorCode code,
            String detail,
            List<Violation> violations,
            @Nullable Long currentVersion,
            @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.currentVersion = currentVersion;
    }

    /** A request that is not valid, for one reason. */
    public static ProblemException invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    /** A request that is not valid. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                ErrorCode.VALIDATION_FAILED,
                violations.size() == 1 ? "One value is not valid" : violations.size() + " values are not valid",
                violations);
    }

    /** The stable reason. */
    public ErrorCode code() {
        return code;
    }

    /** One sentence about this occurrence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** What is wrong, field by field; empty unless the request is not valid. */
    public List<Violation> violations() {
        return violations;
    }

    /** The version that the caller would have had to expect; null unless that is the reason. */
    public @Nullable Long currentVersion() {
        return currentVersion;
    }
}
