package io.orderflow.api.projection;

/**
 * How much is held back.
 *
 * @param sequences how many sequences, orders for instance, stand still
 * @param events how many events wait in them
 */
public record DeadLetterCount(long sequences, long events) {

    /** Nothing is. */
    public static final DeadLetterCount NONE = new DeadLetterCount(0, 0);
}
