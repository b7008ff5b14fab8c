package io.orderflow.client;

import java.io.Serial;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The service refused the call and said why (RFC 9457). The call had no effect. */
public final class ApiProblem extends OrderflowException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable Long currentVersion;

    ApiProblem(int status, String code, String detail, List<Violation> violations, @Nullable Long currentVersion) {
        super(status + " " + code + ": " + detail + (violations.isEmpty() ? "" : " " + violations), null);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.violations = violations;
        this.currentVersion = currentVersion;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable reason, such as {@code ORDER_ALREADY_EXISTS}; {@code HTTP_<status>} when the answer had none. */
    public String code() {
        return code;
    }

    /** Whether the reason is this one. */
    public boolean is(String expected) {
        return code.equals(expected);
    }

    /** One sentence about this occurrence. */
    public String detail() {
        return detail;
    }

    /** What is wrong, field by field; empty unless the request was invalid. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    /** The present version, when the reason is that it is not the one the command expected (VERSION_CONFLICT). */
    public OptionalLong currentVersion() {
        return currentVersion == null ? OptionalLong.empty() : OptionalLong.of(currentVersion);
    }
}
