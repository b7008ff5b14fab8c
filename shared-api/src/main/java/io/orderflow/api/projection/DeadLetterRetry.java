package io.orderflow.api.projection;

/**
 * What came of trying dead letters again.
 *
 * @param succeeded whether what was tried has been handled, with all that waited behind it
 * @param left what the projection holds back now
 */
public record DeadLetterRetry(boolean succeeded, DeadLetterCount left) {}
