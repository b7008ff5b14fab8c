package io.orderflow.query.customers;

import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.customer.query.FindCustomer;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.EntityTag;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.RequestParameters;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /customers/{id}}. */
@RestController
class CustomersEndpoint {

    private final Answers answers;
    private final JsonMapper json;

    CustomersEndpoint(Answers answers, JsonMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** The entity tag is the customer's version, for {@code If-Match}, and a digest, as the orders change without it. */
    @ReadsModel(value = "customers", id = "customerId")
    @GetMapping("/api/v1/customers/{customerId}")
    ResponseEntity<CustomerView> customer(
            @PathVariable UUID customerId, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters.ofOne(given).check();
        CustomerView customer = answers.ifAny(new FindCustomer(customerId), CustomerView.class)
                .orElseThrow(
                        () -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no customer " + customerId));
        String tag = EntityTag.of(customer.version(), json.writeValueAsBytes(customer));
        return ResponseEntity.ok().eTag(tag).body(customer);
    }
}
