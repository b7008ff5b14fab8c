package io.orderflow.api.statistics.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sales may be summed up by. Days are days in UTC; a week is an ISO week and starts on Monday. */
public enum SalesBy {
    DAY,
    WEEK,
    MONTH,
    PRODUCT,
    CUSTOMER,
    CITY,
    STATUS;

    /** How it is written in a request. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is written so in a request, if it is anything. */
    public static Optional<SalesBy> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(by -> by.parameter().equals(parameter))
                .findFirst();
    }
}
