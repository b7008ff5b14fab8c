package io.orderflow.query.ordersummary;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.platform.paging.RequestParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** The filter and the sort, which every list of orders takes, as parameters of a request. */
public final class OrderListParameters {

    private static final List<String> SORTS =
            Arrays.stream(OrderSort.values()).map(OrderSort::parameter).toList();

    private OrderListParameters() {}

    /**
     * The parameters of one request.
     *
     * @param given the query parameters as they came
     * @param others the names that the route takes beside the filter and the sort
     */
    public static RequestParameters of(MultiValueMap<String, String> given, String... others) {
        List<String> known = new ArrayList<>(List.of("status", "customerId", "from", "to", "sort"));
        known.addAll(List.of(others));
        return RequestParameters.ofList(given, known.toArray(String[]::new));
    }

    /** The parameters of {@code GET /orders} in any of its forms; a form refuses those of the others. */
    public static RequestParameters ofTheList(MultiValueMap<String, String> given) {
        return of(given, "page", "pageSize", "cursor", "format");
    }

    /** The orders that a request asks for, the first so many of them. Notes faults, and leaves the check to the caller. */
    public static FindOrders filter(RequestParameters parameters, int pageSize) {
        Set<OrderStatus> statuses = parameters.anyOf("status", OrderStatus.class);
        UUID customerId = parameters.id("customerId");
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        parameters.checkSpan(from, to);
        OrderSort sort =
                parameters.choice("sort", OrderSort::ofParameter, SORTS).orElse(OrderSort.NEWEST_FIRST);
        return new FindOrders(statuses, customerId, from, to, sort, 1, pageSize);
    }
}
