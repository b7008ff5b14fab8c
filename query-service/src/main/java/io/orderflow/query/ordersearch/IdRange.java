package io.orderflow.query.ordersearch;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The order ids that begin with a word. They need no rows of their own: the databases sort ids as their digits.
 *
 * @param first the first id that can begin so
 * @param last the last one
 */
record IdRange(UUID first, UUID last) {

    private static final int DIGITS = 32;
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{1," + DIGITS + "}");
    private static final Pattern GROUPS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

    /** Empty if no id can begin so. */
    static Optional<IdRange> of(String word) {
        return BEGINNING.matcher(word).matches()
                ? Optional.of(new IdRange(padded(word, "0"), padded(word, "f")))
                : Optional.empty();
    }

    private static UUID padded(String beginning, String digit) {
        String digits = beginning + digit.repeat(DIGITS - beginning.length());
        return UUID.fromString(GROUPS.matcher(digits).replaceFirst("$1-$2-$3-$4-$5"));
    }
}
