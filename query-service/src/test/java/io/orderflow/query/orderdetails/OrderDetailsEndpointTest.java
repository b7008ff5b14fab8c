package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.FIRST_LINE;
import static io.orderflow.query.platform.projection.Sample.ORDERED;
import static io.orderflow.query.platform.projection.Sample.authorised;
import static io.orderflow.query.platform.projection.Sample.captured;
import static io.orderflow.query.platform.projection.Sample.created;
import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.opened;
import static io.orderflow.query.platform.projection.Sample.placed;
import static io.orderflow.query.platform.projection.Sample.requested;
import static io.orderflow.query.platform.projection.Sample.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderDetailsEndpointTest extends ReadModelTest {

    private static final UUID ORDER = id(1);

    @Test
    void answers_200_with_the_order_and_its_version_as_entity_tag() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(ORDER));
        MvcTestResult answer = get("/api/v1/orders/" + ORDER);
        assertThat(answer).hasStatus(200).hasHeader("ETag", "\"0\"").hasHeader("Cache-Control", "no-cache");
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {
                          "orderId": "01900000-0000-7000-8000-000000000001",
                          "customerId": "01900000-0000-7000-8000-000000000ada",
                          "customerName": "Ada",
                          "status": "PENDING",
                          "total": {"amount": "7.83", "currency": "EUR"},
                          "itemCount": 4,
                          "lines": [
                            {"lineId": "01900000-0000-7000-8000-000000000011", "sku": "A-1",
                             "productName": "Product A-1", "quantity": 3, "shippedQuantity": 0,
                             "unitPrice": {"amount": "2.50", "currency": "EUR"},
                             "lineTotal": {"amount": "7.50", "currency": "EUR"}},
                            {"lineId": "01900000-0000-7000-8000-000000000022", "sku": "B-2",
                             "productName": "Product B-2", "quantity": 1, "shippedQuantity": 0,
                             "unitPrice": {"amount": "0.333333", "currency": "EUR"},
                             "lineTotal": {"amount": "0.33", "currency": "EUR"}}
                          ],
                          "shippingAddress": {"recipient": "Ada", "street": "Lane 1", "postalCode": "12345",
                                              "city": "Berlin", "country": "DE"},
                          "shipments": [],
                          "orderedAt": "2026-02-27T10:15:30.123456Z",
                          "createdAt": "2026-03-01T08:00:01Z",
                          "expiresAt": "2026-03-02T08:00:00Z",
                          "updatedAt": "2026-03-01T08:00:01Z",
                          "version": 0
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "W/\"0\"", "\"7\", \"0\"", "*"})
    void answers_304_to_who_has_seen_all_of_it(String seen) {
        feed.publish(opened(ORDER));
        assertThat(get("/api/v1/orders/" + ORDER, seen))
                .hasStatus(304)
                .hasHeader("ETag", "\"0\"")
                .body()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "0", "\"\"", "\"99999999999999999999\""})
    void answers_200_to_who_has_seen_another_version(String seen) {
        feed.publish(opened(ORDER));
        assertThat(get("/api/v1/orders/" + ORDER, seen)).hasStatus(200);
    }

    @Test
    void answers_200_when_only_the_payment_has_changed() {
        OrderCreated created = created(ORDER, ADA, ORDERED);
        feed.publish(created, placed(created), requested(ORDER, "10.00"), authorised(ORDER, "10.00"));
        feed.publish(new OrderConfirmed(ORDER), shipped(ORDER, 1, FIRST_LINE, 10, true));
        assertThat(get("/api/v1/orders/" + ORDER, "\"3\"")).hasStatus(304);

        feed.publish(captured(ORDER, "10.00", "10.00", true));
        assertThat(get("/api/v1/orders/" + ORDER, "\"3\"")).hasStatus(200).hasHeader("ETag", "\"3\"");

        feed.publish(new OrderDelivered(ORDER));
        assertThat(get("/api/v1/orders/" + ORDER, "\"3\"")).hasStatus(200);
        assertThat(get("/api/v1/orders/" + ORDER, "\"4\"")).hasStatus(304);
    }

    @Test
    void answers_200_when_only_the_customers_name_has_changed() {
        feed.publish(opened(ORDER), new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        assertThat(get("/api/v1/orders/" + ORDER, "\"0\"")).hasStatus(200);

        feed.publish(new CustomerRenamed(ADA, "Ada King"));
        MvcTestResult answer = get("/api/v1/orders/" + ORDER, "\"0\"");
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.customerName").isEqualTo("Ada King");
    }

    @Test
    void answers_404_for_an_unknown_order() {
        MvcTestResult answer = get("/api/v1/orders/" + ORDER, "\"0\"");
        assertThat(answer).hasStatus(404).doesNotContainHeader("ETag");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "01900000-0000-7000-8000-00000000000g", "searching"})
    void answers_400_for_an_id_that_is_no_uuid(String id) {
        MvcTestResult answer = get("/api/v1/orders/" + id);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo("orderId");
    }

    @Test
    void answers_400_for_a_parameter_it_does_not_have() {
        MvcTestResult answer = get("/api/v1/orders/" + ORDER + "?expand=lines");
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo("expand");
    }

    @Test
    void leaves_other_routes_below_orders_alone() {
        assertThat(get("/api/v1/orders/search?q=ada")).hasStatus(200);
        assertThat(get("/api/v1/orders/search"))
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo("q");
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }

    private MvcTestResult get(String address, String seen) {
        return http.get().uri(address).header("If-None-Match", seen).exchange();
    }
}
