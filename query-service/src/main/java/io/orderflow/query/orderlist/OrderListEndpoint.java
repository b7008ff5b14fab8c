package io.orderflow.query.orderlist;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.ordersummary.OrderListParameters;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
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

    private final Answers answers;

    OrderListEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel("order-list")
    @GetMapping(
            path = "/api/v1/orders",
            params = {"!cursor", "!format"})
    OrderPage orders(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = OrderListParameters.ofTheList(given);
        Paging paging = parameters.paging();
        FindOrders filter = OrderListParameters.filter(parameters, paging.pageSize());
        parameters.check();
        return answers.to(filter.page(paging.page()), OrderPage.class);
    }

    /** A customer who is not registered is known by an order: it may come before. */
    @ReadsModel("order-list")
    @GetMapping("/api/v1/customers/{customerId}/orders")
    OrderPage ordersOfCustomer(@PathVariable UUID customerId, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofList(given, "status", "page", "pageSize");
        Set<OrderStatus> statuses = parameters.anyOf("status", OrderStatus.class);
        Paging paging = parameters.paging();
        parameters.check();
        FindOrders ofCustomer = new FindOrders(
                statuses, customerId, null, null, OrderSort.NEWEST_FIRST, paging.page(), paging.pageSize());
        OrderPage orders = answers.to(ofCustomer, OrderPage.class);
        if (orders.total() == 0 && !answers.to(new CustomerIsKnown(customerId), Boolean.class)) {
            throw new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no customer " + customerId);
        }
        return orders;
    }
}
