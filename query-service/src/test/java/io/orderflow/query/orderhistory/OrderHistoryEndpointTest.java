package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.FIRST_LINE;
import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.opened;
import static io.orderflow.query.platform.projection.Sample.quantity;
import static io.orderflow.query.platform.projection.Sample.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderHistoryEndpointTest extends ReadModelTest {

    private static final UUID ORDER = id(1);
    private static final String ADDRESS = "/api/v1/orders/" + ORDER;

    @BeforeEach
    void feed_an_order() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(ORDER));
        feed.publish(quantity(ORDER, FIRST_LINE, 7, "17.83"), requested(ORDER, "17.83"));
    }

    @Test
    void answers_200_with_a_page_of_events_oldest_first() {
        MvcTestResult answer = get(ADDRESS + "/history?page=2&pageSize=2");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [
                           {"stream": "payment", "version": 0, "type": "PaymentAuthorisationRequested",
                            "recordedAt": "2026-03-01T08:00:03Z", "summary": "Payment of 17.83 EUR requested"}],
                         "total": 3, "page": 2, "pageSize": 2, "totalPages": 2}""");
    }

    @Test
    void answers_200_with_the_payload_as_it_is_stored() {
        MvcTestResult answer = get(ADDRESS + "/history?payload=true");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].businessTime")
                .isEqualTo("2026-02-27T10:15:30.123456Z");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].payload.shippingAddress")
                .hasToString("{recipient=Ada, street=Lane 1, postalCode=12345, city=Berlin, region=null, country=DE}");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].payload.lines[1].unitPrice.amount")
                .isEqualTo("0.333333");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?payload=", "?payload=false", "?page=1&pageSize=100"})
    void answers_200_without_the_payload_unless_it_is_asked_for(String query) {
        MvcTestResult answer = get(ADDRESS + "/history" + query);
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(answer).bodyJson().doesNotHavePath("$.items[0].payload");
    }

    @ParameterizedTest
    @CsvSource({"asOfVersion=0, 0, 3", "asOfVersion=1, 1, 7", "asOf=2026-03-01T08:00:01Z, 0, 3"})
    void answers_200_with_the_order_as_it_stood(String query, long version, int quantity) {
        MvcTestResult answer = get(ADDRESS + "?" + query);
        assertThat(answer).hasStatus(200).hasHeader("ETag", "\"" + version + "\"");
        assertThat(answer).hasHeader("Cache-Control", "no-cache");
        assertThat(answer).bodyJson().extractingPath("$.lines[0].quantity").isEqualTo(quantity);
        assertThat(answer).bodyJson().extractingPath("$.customerName").isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2026-03-01T08:00:03Z",
                "asOf=2026-03-01T09:00:03%2B01:00",
                "asOf=2026-03-02",
                "asOf=9999-12-31T23:59:59.999999999Z",
                "asOfVersion=1"
            })
    void answers_200_with_what_is_shown_now_when_nothing_has_happened_since(String query) throws Exception {
        String now = get(ADDRESS).getResponse().getContentAsString();
        assertThat(get(ADDRESS + "?" + query)).hasStatus(200).bodyText().isEqualTo(now);
    }

    @Test
    void answers_200_in_full_to_who_has_seen_the_version_as_a_name_may_be_gone() {
        MvcTestResult answer = http.get()
                .uri(ADDRESS + "?asOfVersion=0")
                .header("If-None-Match", "\"0\"")
                .exchange();
        assertThat(answer).hasStatus(200);
        feed.publish(new CustomerErased(ADA));
        assertThat(get(ADDRESS + "?asOfVersion=0")).bodyJson().doesNotHavePath("$.customerName");
        assertThat(get(ADDRESS + "?asOf=2026-03-01T08:00:02Z")).bodyJson().doesNotHavePath("$.customerName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history", "/history?page=3", "?asOfVersion=0", "?asOf=2026-03-01T08:00:03Z"})
    void answers_404_for_an_unknown_order(String route) {
        MvcTestResult answer = get("/api/v1/orders/" + id(9) + route);
        assertThat(answer).hasStatus(404).doesNotContainHeader("ETag");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2147483647"})
    void answers_404_for_a_version_that_the_order_has_not_reached(String version) {
        MvcTestResult answer = get(ADDRESS + "?asOfVersion=" + version);
        assertThat(answer).hasStatus(404).doesNotContainHeader("ETag");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("ORDER_VERSION_NOT_FOUND");
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("The order's latest version is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T08:00:00.999999999Z", "2026-03-01", "0001-01-01T00:00:00Z"})
    void answers_404_for_a_time_before_the_order_was_recorded(String time) {
        MvcTestResult answer = get(ADDRESS + "?asOf=" + time);
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("ORDER_NOT_CREATED_YET");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The order was recorded at 2026-03-01T08:00:01Z");
    }

    @ParameterizedTest
    @CsvSource({
        "?asOfVersion=, asOfVersion",
        "?asOfVersion=-1, asOfVersion",
        "?asOfVersion=one, asOfVersion",
        "?asOfVersion=1.0, asOfVersion",
        "?asOfVersion=99999999999999999999, asOfVersion",
        "?asOfVersion=0&asOfVersion=1, asOfVersion",
        "?asOfVersion=0&asOf=2026-03-01, asOf",
        "?asOfVersion=&asOf=2026-03-01, asOf",
        "?asOfVersion=0&asOf=, asOf",
        "?asOfVersion=0&expand=lines, expand",
        "?asOf=, asOf",
        "?asOf=yesterday, asOf",
        "?asOf=2026-03-01T08:00:03, asOf",
        "?asOf=2026-03-01T08:00:03Z&asOf=2026-03-02, asOf",
        "?asOf=2026-03-01T08:00:03Z&page=1, page",
        "?asofversion=1, asofversion",
        "?asOfversion=1, asOfversion",
        "/history?payload=yes, payload",
        "/history?payload=TRUE, payload",
        "/history?payload=true&payload=true, payload",
        "/history?page=0, page",
        "/history?page=99999999999, page",
        "/history?pageSize=101, pageSize",
        "/history?asOfVersion=1, asOfVersion",
        "/history?sort=-version, sort"
    })
    void answers_400_and_names_the_parameter_at_fault(String route, String parameter) {
        MvcTestResult answer = get(ADDRESS + route);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
        assertThat(answer).bodyJson().extractingPath("$.violations.length()").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123/history", "123?asOfVersion=1", "123?asOf=2026-03-01", "1-1-1-1-1/history"})
    void answers_400_for_an_id_that_is_no_uuid(String route) {
        MvcTestResult answer = get("/api/v1/orders/" + route);
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo("orderId");
    }

    @ParameterizedTest
    @CsvSource({"search?q=ada&asOf=2026-03-01, asOf", "search?q=ada&asOfVersion=1, asOfVersion"})
    void leaves_other_routes_below_orders_alone(String route, String unknownThere) {
        MvcTestResult answer = get("/api/v1/orders/" + route);
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(unknownThere);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(URI.create(address)).exchange();
    }
}
