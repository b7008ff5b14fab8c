package io.orderflow.api.error;

import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused, in a form that survives any command bus: exception classes do not cross a process
 * boundary, the details of a {@code CommandExecutionException} do.
 *
 * @param code the stable reason
 * @param detail one sentence about this occurrence, safe to show to the caller
 * @param currentVersion the version that the caller would have had to expect; null unless that is the reason
 */
public record Refusal(ErrorCode code, String detail, @Nullable Long currentVersion) {

    /**
     * @param code the stable reason
     * @param detail one sentence about this occurrence, safe to show to the caller
     */
    public Refusal(ErrorCode code, String detail) {
        this(code, detail, null);
    }
}
