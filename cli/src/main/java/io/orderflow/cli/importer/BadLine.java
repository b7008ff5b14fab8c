package io.orderflow.cli.importer;

import org.jspecify.annotations.Nullable;

/**
 * A line of the file that cannot be sent.
 *
 * @param number line number in the file
 * @param orderId the order it belongs to, when that much is readable
 * @param reason what is wrong with it
 */
record BadLine(long number, @Nullable String orderId, String reason) {

    @Override
    public String toString() {
        return "line " + number + ": " + reason + (orderId == null ? "" : "; order " + orderId + " is left out");
    }
}
