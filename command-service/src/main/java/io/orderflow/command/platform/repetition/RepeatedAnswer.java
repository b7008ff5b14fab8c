package io.orderflow.command.platform.repetition;

/**
 * The result of a command whose request was carried out before, and was not carried out again.
 *
 * @param version the version that was answered the first time
 */
public record RepeatedAnswer(long version) {}
