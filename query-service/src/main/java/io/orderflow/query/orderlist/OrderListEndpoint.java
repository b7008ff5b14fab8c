package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders} and {@code GET /customers/{id}/orders}. */
@RestController
class OrderListEndpoint {

    private static final List<String> SORTS =
            Arrays.stream(OrderSort.values()).map(OrderSort::parameter).toList();

    private final Answers answers;

    OrderListEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel("order-list")
    @GetMapping(
            path = "/api/v1/orders",
            params = {"!cursor", "!format"})
    OrderPage orders(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = parameters(given, "page", "pageSize");
        Paging paging = parameters.paging();
        FindOrders filter = filter(parameters, paging.pageSize());
        parameters.check();
        return answers.to(filter.page(paging.page()), OrderPage.class);
    }

    /** The filter and the sort, which all forms of the list take, and those of one form. */
    static RequestParameters parameters(MultiValueMap<String, String> given, String... others) {
        List<String> known = new ArrayList<>(List.of("status", "customerId", "from", "to", "sort"));
        known.addAll(List.of(others));
        return new RequestParameters(given, known.toArray(String[]::new));
    }

    /** The orders that a request asks for, the first so many of them. */
    static FindOrders filter(RequestParameters parameters, int pageSize) {
        Set<OrderStatus> statuses = parameters.anyOf("status", OrderStatus.class);
        UUID customerId = parameters.id("customerId");
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        OrderSort sort =
                parameters.choice("sort", OrderSort::ofParameter, SORTS).orElse(OrderSort.NEWEST_FIRST);
        return new FindOrders(statuses, customerId, from, to, sort, 1, pageSize);
    }

    /** Empty for a customer nobody knows: an order may come before its customer is registered. */
    @ReadsModel("order-list")
    @GetMapping("/api/v1/customers/{customerId}/orders")
    OrderPage ordersOfCustomer(@PathVariable UUID customerId, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = new RequestParameters(given, "status", "page", "pageSize");
        Set<OrderStatus> statuses = parameters.anyOf("status", OrderStatus.class);
        Paging paging = parameters.paging();
        parameters.check();
        return answers.to(
                new FindOrders(
                        statuses, customerId, null, null, OrderSort.NEWEST_FIRST, paging.page(), paging.pageSize()),
                OrderPage.class);
    }
}
