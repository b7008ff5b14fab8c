package io.orderflow.platform.problem;

import io.orderflow.api.error.ErrorCode;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown wherever a request cannot be answered as asked; becomes a problem answer with the code's HTTP status. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;

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

    ProblemException(ErrorCode code, String detail, List<Violation> violations, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
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
}
