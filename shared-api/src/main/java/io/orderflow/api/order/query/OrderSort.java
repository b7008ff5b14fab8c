package io.orderflow.api.order.query;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which a list of orders may be sorted; ties are broken by order id. A leading minus means descending. */
public enum OrderSort {
    NEWEST_FIRST("-orderedAt"),
    OLDEST_FIRST("orderedAt"),
    CREATED_LAST_FIRST("-createdAt"),
    CREATED_FIRST_FIRST("createdAt"),
    CHANGED_LAST_FIRST("-updatedAt"),
    CHANGED_FIRST_FIRST("updatedAt"),
    LARGEST_FIRST("-total"),
    SMALLEST_FIRST("total");

    private final String parameter;

    OrderSort(String parameter) {
        this.parameter = parameter;
    }

    /** How the sort is written in a request. */
    public String parameter() {
        return parameter;
    }

    /** The sort that is written so in a request, if there is one. */
    public static Optional<OrderSort> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst();
    }
}
