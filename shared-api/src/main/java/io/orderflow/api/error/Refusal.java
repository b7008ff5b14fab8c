package io.orderflow.api.error;

/**
 * Why a command was refused, in a form that survives any command bus: exception classes do not cross a process
 * boundary, the details of a {@code CommandExecutionException} do.
 *
 * @param code the stable reason
 * @param detail one sentence about this occurrence, safe to show to the caller
 */
public record Refusal(ErrorCode code, String detail) {}
