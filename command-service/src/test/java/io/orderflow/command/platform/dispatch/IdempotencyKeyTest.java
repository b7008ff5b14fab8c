package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.ShipItems;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Which requests are the same, as told to the aggregate. What it does with that is seen with a real store. */
class IdempotencyKeyTest extends EndpointTest {

    private static final String KEY = "Idempotency-Key";
    private static final Principal ADA = () -> "ada";
    private static final Principal BOB = () -> "bob";

    static Stream<String> impossibleKeys() {
        return Stream.of("", " ", "a b", "a\tb", "k\u00e4y", "\u007f", "k".repeat(256));
    }

    @ParameterizedTest
    @EnumSource
    void every_route_refuses_what_is_no_key(Routes route) {
        assertThat(impossibleKeys()).allSatisfy(key -> {
            MvcTestResult result = send(route, ADA, key, route.body);
            assertInvalidParameter(result, KEY);
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_route_refuses_two_keys(Routes route) {
        MvcTestResult result = send(
                request -> request.uri(route.path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(route.body)
                        .header(KEY, "one", "two"),
                route.method);

        assertInvalidParameter(result, KEY);
    }

    @ParameterizedTest
    @EnumSource
    void every_route_hands_its_key_and_its_fingerprint_on_and_never_the_key_itself(Routes route) {
        for (String key : new String[] {"!", "~".repeat(255)}) {
            MetaData metadata = metadataOf(route, ADA, key, route.body);

            assertThat(metadata.get(MetadataKeys.IDEMPOTENCY_KEY)).asString().hasSize(22);
            assertThat(metadata.get(MetadataKeys.REQUEST_FINGERPRINT))
                    .asString()
                    .hasSize(22);
            assertThat(metadata.toString()).doesNotContain(key);
            assertThat(metadataOf(route, ADA, key, route.body))
                    .containsAllEntriesOf(Map.of(
                            MetadataKeys.IDEMPOTENCY_KEY, metadata.get(MetadataKeys.IDEMPOTENCY_KEY),
                            MetadataKeys.REQUEST_FINGERPRINT, metadata.get(MetadataKeys.REQUEST_FINGERPRINT)));
        }
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#aboutWhatExists")
    void without_a_key_there_is_nothing_to_remember(Routes route) {
        assertThat(metadataOf(route, ADA, null, route.body))
                .doesNotContainKeys(
                        MetadataKeys.IDEMPOTENCY_KEY, MetadataKeys.REQUEST_FINGERPRINT, MetadataKeys.CREATES);
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#creating")
    void a_request_that_makes_something_is_known_by_its_fingerprint_alone(Routes route) {
        MetaData without = metadataOf(route, ADA, null, route.body);
        MetaData with = metadataOf(route, ADA, "k", route.body);

        assertThat(without).doesNotContainKey(MetadataKeys.IDEMPOTENCY_KEY).containsEntry(MetadataKeys.CREATES, "true");
        assertThat(with).containsEntry(MetadataKeys.REQUEST_FINGERPRINT, without.get(MetadataKeys.REQUEST_FINGERPRINT));
    }

    @Test
    void keys_and_fingerprints_are_the_callers_own() {
        MetaData ada = metadataOf(Routes.PLACE, ADA, "k", Routes.PLACE.body);
        MetaData bob = metadataOf(Routes.PLACE, BOB, "k", Routes.PLACE.body);

        assertThat(ada.get(MetadataKeys.IDEMPOTENCY_KEY)).isNotEqualTo(bob.get(MetadataKeys.IDEMPOTENCY_KEY));
        assertThat(ada.get(MetadataKeys.REQUEST_FINGERPRINT)).isNotEqualTo(bob.get(MetadataKeys.REQUEST_FINGERPRINT));
    }

    @Test
    void a_caller_and_a_key_cannot_be_mistaken_for_another_caller_and_key() {
        Principal adak = () -> "adak";

        assertThat(metadataOf(Routes.PLACE, ADA, "k1", Routes.PLACE.body).get(MetadataKeys.IDEMPOTENCY_KEY))
                .isNotEqualTo(
                        metadataOf(Routes.PLACE, adak, "1", Routes.PLACE.body).get(MetadataKeys.IDEMPOTENCY_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"reason\" : \"broken\",\n \"delta\":-3 }",
                "{\"delta\":-3,\"reason\":\"\\u0062roken\"}",
            })
    void how_a_body_is_written_makes_no_difference(String body) {
        assertThat(fingerprint(Routes.ADJUST_STOCK, body))
                .isEqualTo(fingerprint(Routes.ADJUST_STOCK, Routes.ADJUST_STOCK.body));
    }

    @Test
    void a_property_that_is_null_is_none() {
        String withNull = Routes.REGISTER_CUSTOMER.body.replace("\"0192d3c8-0000-7000-8000-000000000002\"", "null");
        String without = "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}";

        assertThat(fingerprint(Routes.REGISTER_CUSTOMER, withNull))
                .isEqualTo(fingerprint(Routes.REGISTER_CUSTOMER, without));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delta\":-4,\"reason\":\"broken\"}",
                "{\"delta\":-3,\"reason\":\"Broken\"}",
                "{\"delta\":-3,\"reason\":\"broken \"}"
            })
    void what_a_body_says_makes_the_difference(String body) {
        assertThat(fingerprint(Routes.ADJUST_STOCK, body))
                .isNotEqualTo(fingerprint(Routes.ADJUST_STOCK, Routes.ADJUST_STOCK.body));
    }

    @Test
    void the_order_of_items_makes_a_difference() {
        String first = "{\"lineId\":\"0192d3c8-0000-7000-8000-000000000003\",\"quantity\":1}";
        String second = "{\"lineId\":\"0192d3c8-0000-7000-8000-000000000004\",\"quantity\":1}";
        String form = "{\"items\":[%s,%s],\"carrier\":\"DHL\",\"trackingNumber\":\"T\"}";

        assertThat(fingerprint(Routes.SHIP, form.formatted(first, second)))
                .isNotEqualTo(fingerprint(Routes.SHIP, form.formatted(second, first)));
    }

    @Test
    void method_address_and_query_make_a_difference() {
        String cancelled = fingerprint(HttpMethod.DELETE, "/api/v1/orders/" + ID + "?reason=no");

        assertThat(fingerprint(HttpMethod.DELETE, "/api/v1/orders/" + ID + "?reason=%6eo"))
                .isEqualTo(cancelled);
        assertThat(Stream.of(
                        fingerprint(HttpMethod.DELETE, "/api/v1/orders/" + ID + "?reason=nono"),
                        fingerprint(HttpMethod.DELETE, "/api/v1/orders/" + OTHER_ID + "?reason=no"),
                        fingerprint(HttpMethod.DELETE, "/api/v1/orders/" + ID + "/items/" + OTHER_ID),
                        fingerprint(HttpMethod.POST, "/api/v1/orders/" + ID + "/delivery"),
                        cancelled))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_ids_that_we_make_are_the_same_for_the_same_key_and_no_others() {
        String withoutId = Routes.CREATE_ORDER.body.replace("\"orderId\":\"" + ID + "\",", "");
        CreateOrder order = created(ADA, "k", withoutId);

        assertThat(created(ADA, "k", withoutId).orderId()).isEqualTo(order.orderId());
        assertThat(created(ADA, "k", withoutId).lines()).isEqualTo(order.lines());
        assertThat(order.orderId().version()).isEqualTo(8);
        assertThat(order.orderId().variant()).isEqualTo(2);
        assertThat(Stream.of(
                        order.orderId(),
                        order.lines().get(0).lineId(),
                        created(BOB, "k", withoutId).orderId(),
                        created(ADA, "k2", withoutId).orderId(),
                        created(ADA, null, withoutId).orderId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_shipment_that_is_repeated_has_the_same_id() {
        assertThat(shipment("k")).isEqualTo(shipment("k")).isNotEqualTo(shipment("k2"));
    }

    private UUID shipment(String key) {
        send(Routes.SHIP, ADA, key, Routes.SHIP.body);
        ShipItems command = (ShipItems) gateway.message().getPayload();
        gateway.answerWith(7);
        return command.shipmentId();
    }

    private CreateOrder created(Principal caller, String key, String body) {
        send(Routes.CREATE_ORDER, caller, key, body);
        CreateOrder command = (CreateOrder) gateway.message().getPayload();
        gateway.answerWith(7);
        return command;
    }

    private Object fingerprint(Routes route, String body) {
        return metadataOf(route, ADA, "k", body).get(MetadataKeys.REQUEST_FINGERPRINT);
    }

    private String fingerprint(HttpMethod method, String uri) {
        assertThat(send(request -> request.uri(java.net.URI.create(uri)).header(KEY, "k"), method))
                .hasStatusOk();
        Object fingerprint = gateway.message().getMetaData().get(MetadataKeys.REQUEST_FINGERPRINT);
        gateway.answerWith(7);
        return String.valueOf(fingerprint);
    }

    private MetaData metadataOf(Routes route, Principal caller, String key, String body) {
        assertThat(send(route, caller, key, body)).hasStatus2xxSuccessful();
        MetaData metadata = gateway.message().getMetaData();
        gateway.answerWith(7);
        return metadata;
    }

    private MvcTestResult send(Routes route, Principal caller, String key, String body) {
        return send(
                request -> {
                    var sent = request.uri(route.path).principal(caller);
                    if (!body.isEmpty()) {
                        sent = sent.contentType(MediaType.APPLICATION_JSON).content(body);
                    }
                    return key == null ? sent : sent.header(KEY, key);
                },
                route.method);
    }
}
