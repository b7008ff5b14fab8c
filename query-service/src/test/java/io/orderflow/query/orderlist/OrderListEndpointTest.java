package io.orderflow.query.orderlist;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.BOB;
import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderListEndpointTest extends ReadModelTest {

    @BeforeEach
    void feed_history() {
        Sample.history().forEach(feed::publish);
    }

    @Test
    void answers_200_with_a_page_newest_first() {
        MvcTestResult answer = get("/api/v1/orders?pageSize=1&page=2&status=REJECTED");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [{
                            "orderId": "01900000-0000-7000-8000-000000000002",
                            "customerId": "01900000-0000-7000-8000-000000000b0b",
                            "status": "REJECTED",
                            "total": {"amount": "10.00", "currency": "EUR"},
                            "itemCount": 10,
                            "lineCount": 1,
                            "orderedAt": "2026-02-27T10:16:30.123456Z",
                            "createdAt": "2026-03-01T08:00:09Z",
                            "updatedAt": "2026-03-01T08:00:11Z",
                            "version": 2}],
                         "total": 2, "page": 2, "pageSize": 1, "totalPages": 2}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                        | 6
                    ?status=                                                  | 6
                    ?status=REJECTED,CANCELLED                                | 4
                    ?status=REJECTED&status=DELIVERED                         | 3
                    ?customerId=01900000-0000-7000-8000-000000000ada          | 3
                    ?customerId=01900000-0000-7000-8000-000000000ADA&status=PLACED | 1
                    ?from=2026-02-27&to=2026-02-28                            | 6
                    ?to=2026-02-27                                            | 0
                    ?from=2026-02-27T10:16:30.123456Z                         | 3
                    ?to=2026-02-27T11:16:30.123456%2B01:00                    | 3
                    ?sort=-total&page=7&pageSize=100                          | 6
                    """)
    void answers_200_for_each_filter_with_the_number_of_matches(String query, int total) {
        MvcTestResult answer = get("/api/v1/orders" + query);
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(total);
    }

    @Test
    void answers_200_with_20_a_page_by_default() {
        MvcTestResult answer = get("/api/v1/orders?sort=orderedAt");
        assertThat(answer).bodyJson().extractingPath("$.page").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.pageSize").isEqualTo(20);
        assertThat(answer).bodyJson().extractingPath("$.totalPages").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.items[0].orderId").isEqualTo(id(1).toString());
    }

    @Test
    void answers_200_with_the_orders_of_one_customer() {
        MvcTestResult answer = get("/api/v1/customers/" + BOB + "/orders?status=CANCELLED&page=1&pageSize=5");
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.items[0].orderId").isEqualTo(id(6).toString());
    }

    /** Bob is not registered, but has orders. */
    @Test
    void answers_200_with_nothing_for_a_customer_without_such_an_order() {
        feed.publish(new CustomerRegistered(id(98), "Eve", "eve@example.org"));
        for (String orders : List.of(id(98) + "/orders", BOB + "/orders?status=DELIVERED", BOB + "/orders?page=9")) {
            MvcTestResult answer = get("/api/v1/customers/" + orders);
            assertThat(answer).hasStatus(200);
            assertThat(answer).bodyJson().extractingPath("$.items").asArray().isEmpty();
        }
    }

    @Test
    void answers_404_for_a_customer_nobody_knows() {
        MvcTestResult answer = get("/api/v1/customers/" + id(99) + "/orders");
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "status=UNKNOWN, status",
        "status=rejected, status",
        "customerId=7, customerId",
        "customerId=1-1-1-1-1, customerId",
        "from=yesterday, from",
        "from=2026-02-30, from",
        "to=2026-02-27T10:16:30, to",
        "to=%2B999999999-12-31T00:00:00Z, to",
        "from=2026-02-28&to=2026-02-27, to",
        "sort=customerName, sort",
        "sort=-orderedAt;drop table order_list, sort",
        "page=0, page",
        "page=-1, page",
        "page=one, page",
        "page=99999999999, page",
        "page=1&page=2, page",
        "pageSize=0, pageSize",
        "pageSize=101, pageSize",
        "pagesize=10, pagesize",
        "cursor=*&page=1, page",
        "format=csv&pageSize=5, pageSize",
        "format=csv&cursor=*, cursor"
    })
    void answers_400_and_names_the_parameter_at_fault(String query, String parameter) {
        MvcTestResult answer = get("/api/v1/orders?" + query);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"7, '', customerId", "01900000-0000-7000-8000-000000000ada, ?sort=total, sort"})
    void answers_400_about_the_orders_of_one_customer(String customer, String query, String parameter) {
        MvcTestResult answer = get("/api/v1/customers/" + customer + "/orders" + query);
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
    }

    @Test
    void names_all_parameters_when_one_is_not_known() {
        assertThat(get("/api/v1/orders?pagesize=10"))
                .bodyJson()
                .extractingPath("$.violations[0].detail")
                .isEqualTo("is not known here; the parameters are status, customerId, from, to, sort, page, pageSize,"
                        + " cursor, format, after, wait");
        assertThat(get("/api/v1/orders/" + id(1) + "?version=1"))
                .bodyJson()
                .extractingPath("$.violations[0].detail")
                .isEqualTo("is not known here; the parameters are asOfVersion, asOf, minVersion, wait");
    }

    @Test
    void names_every_fault_at_once() {
        MvcTestResult answer = get("/api/v1/orders?page=0&pageSize=0&customerId=" + ADA + "x");
        assertThat(answer).bodyJson().extractingPath("$.violations.length()").isEqualTo(3);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(URI.create(address.replace(" ", "%20"))).exchange();
    }
}
