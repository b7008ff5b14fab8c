package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CustomersEndpointTest extends ReadModelTest {

    private static final String ADDRESS = "/api/v1/customers/" + ADA;

    @Test
    void answers_200_with_the_customer() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        MvcTestResult answer = get(ADDRESS);
        assertThat(answer).hasStatus(200);
        assertThat(tagOf(answer)).matches("\"0-[0-9a-f]{16}\"");
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"customerId": "01900000-0000-7000-8000-000000000ada", "name": "Ada",
                         "email": "ada@example.org", "erased": false, "orders": {}, "lifetimeValue": [], "registeredAt": "2026-03-01T08:00:00Z",
                         "updatedAt": "2026-03-01T08:00:00Z", "version": 0}""");
    }

    @Test
    void answers_200_without_name_and_address_once_erased() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), new CustomerErased(ADA));
        assertThat(get(ADDRESS))
                .hasStatus(200)
                .bodyText()
                .contains("\"erased\":true")
                .doesNotContain("name")
                .doesNotContain("email");
    }

    @Test
    void answers_304_until_something_changes_be_it_an_order() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        String tag = tagOf(get(ADDRESS));
        for (String seen : List.of(tag, "W/" + tag)) {
            assertThat(get(seen, ADDRESS)).hasStatus(304).hasHeader("ETag", tag);
        }
        feed.publish(opened(id(1)));
        assertThat(get("\"0\"", ADDRESS)).hasStatus(200);
        assertThat(tagOf(get(tag, ADDRESS))).startsWith("\"0-").isNotEqualTo(tag);
    }

    @Test
    void answers_404_for_an_unknown_customer() {
        MvcTestResult answer = get(ADDRESS);
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @Test
    void answers_400_for_an_id_that_is_no_uuid() {
        MvcTestResult answer = get("/api/v1/customers/ada");
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo("customerId");
    }

    private MvcTestResult get(String seen, String address) {
        return http.get().uri(address).header("If-None-Match", seen).exchange();
    }

    private static String tagOf(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("ETag"));
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }
}
