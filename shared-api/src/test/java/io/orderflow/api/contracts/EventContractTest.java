package io.orderflow.api.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.event.StockEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stored events outlive the code that wrote them. A golden file is what is in the stores of everyone who ran a release:
 * never edit one; a changed event gets another revision, another file, and an upcaster.
 */
class EventContractTest {

    /** The mapper of the serializer that writes the stores, set up as in the services. */
    private static final ObjectMapper MAPPER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
            .build()
            .getObjectMapper();

    static Stream<Class<?>> eventTypes() {
        return Stream.of(OrderEvent.class, StockEvent.class, PaymentEvent.class, CustomerEvent.class)
                .flatMap(event -> Arrays.stream(event.getPermittedSubclasses()));
    }

    static Stream<Object> samples() {
        return EventSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void is_a_top_level_record_with_a_revision_a_sample_and_a_golden_file(Class<?> type) {
        assertThat(type.isRecord()).isTrue();
        assertThat(type.getEnclosingClass()).isNull();
        assertThat(type.getAnnotation(Revision.class)).isNotNull();
        assertThat(samples()).filteredOn(type::isInstance).hasSize(1);
        assertThat(type.getResource(goldenFile(type))).as(goldenFile(type)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_written_as_its_golden_file_says(Object event) {
        JsonNode written = MAPPER.readTree(MAPPER.writeValueAsBytes(event));

        assertThat(written).isEqualTo(golden(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_read_from_its_golden_file(Object event) {
        assertThat((Object) MAPPER.treeToValue(golden(event.getClass()), event.getClass()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_read_although_a_later_release_added_a_field(Object event) {
        ObjectNode newer = (ObjectNode) golden(event.getClass());
        newer.putObject("addedLater").put("by", "a newer release");

        assertThat((Object) MAPPER.treeToValue(newer, event.getClass())).isEqualTo(event);
    }

    @Test
    void a_field_that_may_be_missing_is_null() {
        assertThat(withoutField(OrderCreated.class, "expiresAt").expiresAt()).isNull();
        assertThat(withoutField(OrderRejected.class, "sku").sku()).isNull();
    }

    @Test
    void money_is_never_written_as_a_number() {
        assertThat(samples())
                .allSatisfy(event -> assertThat(golden(event.getClass()).findValues("amount"))
                        .allMatch(amount -> amount.isString() || amount.isObject()));
    }

    private static <E> E withoutField(Class<E> type, String field) {
        ObjectNode event = (ObjectNode) golden(type);
        assertThat(event.remove(field)).isNotNull();
        return MAPPER.treeToValue(event, type);
    }

    private static JsonNode golden(Class<?> type) {
        try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(goldenFile(type)))) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String goldenFile(Class<?> type) {
        return "/contracts/events/%s.v%s.json"
                .formatted(
                        type.getSimpleName(), type.getAnnotation(Revision.class).value());
    }
}
