package io.orderflow.query.customers;

import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.customer.query.FindCustomer;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.EntityTag;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.RequestParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /customers/{id}}. */
@RestController
class CustomersEndpoint {

    private final Answers answers;

    CustomersEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * The entity tag is the customer's version, for {@code If-Match}. The orders change without it, so it is never answered
     * 304; in a {@code ResponseEntity} Spring would do so by the tag alone.
     */
    @ReadsModel(value = "customers", id = "customerId")
    @GetMapping("/api/v1/customers/{customerId}")
    CustomerView customer(
            @PathVariable UUID customerId,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response) {
        new RequestParameters(given).check();
        CustomerView customer = answers.ifAny(new FindCustomer(customerId), CustomerView.class)
                .orElseThrow(
                        () -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no customer " + customerId));
        response.setHeader(HttpHeaders.ETAG, EntityTag.of(customer.version()));
        return customer;
    }
}
