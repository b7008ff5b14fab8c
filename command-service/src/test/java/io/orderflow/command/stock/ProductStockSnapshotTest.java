package io.orderflow.command.stock;

import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.request;
import static io.orderflow.command.stock.StockSamples.OTHER_ORDER;
import static io.orderflow.command.stock.StockSamples.OTHER_SHIPMENT;
import static io.orderflow.command.stock.StockSamples.SHIPMENT;
import static io.orderflow.command.stock.StockSamples.SKU;
import static io.orderflow.command.stock.StockSamples.TEN_ON_HAND;
import static io.orderflow.command.stock.StockSamples.id;
import static io.orderflow.command.stock.StockSamples.level;
import static io.orderflow.command.stock.StockSamples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.command.platform.repetition.AnsweredRequests;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A snapshot is the aggregate as JSON: whatever the JSON loses, the next decision gets wrong. */
class ProductStockSnapshotTest {

    private static final UUID RELEASED_ORDER = id(3);
    private static final UUID SHIPPED_ORDER = id(4);

    private final JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

    @Test
    void comes_back_from_json_as_it_was() {
        ProductStock stock = busyStock();

        ProductStock restored = mapper.readValue(mapper.writeValueAsString(stock), ProductStock.class);

        assertThat(restored)
                .usingRecursiveComparison()
                .withEqualsForType(AnsweredRequests::equals, AnsweredRequests.class)
                .isEqualTo(stock);
        assertThat(mapper.valueToTree(restored).path("stream").stringValue()).isEqualTo(StockEvent.streamOf(SKU));
    }

    @Test
    void is_written_by_the_serializer_with_its_revision() {
        Serializer serializer = Jackson3Serializer.builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .build();

        SerializedObject<byte[]> snapshot = serializer.serialize(busyStock(), byte[].class);

        assertThat(snapshot.getType().getRevision()).isEqualTo("2");
        assertThat((ProductStock) serializer.deserialize(snapshot))
                .usingRecursiveComparison()
                .withEqualsForType(AnsweredRequests::equals, AnsweredRequests.class)
                .isEqualTo(busyStock());
    }

    @Test
    void decides_after_a_snapshot_as_before_it() {
        afterSnapshot()
                .when(new ReleaseStock(SKU, OTHER_ORDER))
                .expectEvents(new StockReleased(SKU, OTHER_ORDER, 3, level(10, 0, 3)));
        afterSnapshot()
                .when(new ReserveStock(SKU, id(9), 4))
                .expectEvents(new StockReserved(SKU, id(9), 4, level(10, 7, 3)));
        afterSnapshot()
                .when(new RegisterStock(SKU, "Desk", 10))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.STOCK_ALREADY_REGISTERED));
    }

    @Test
    void still_recognises_repeated_commands_after_a_snapshot() {
        afterSnapshot().when(new ReserveStock(SKU, RELEASED_ORDER, 2)).expectNoEvents();
        afterSnapshot()
                .when(new CommitStock(SKU, SHIPPED_ORDER, SHIPMENT, 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        afterSnapshot()
                .when(new CommitStock(SKU, OTHER_ORDER, OTHER_SHIPMENT, 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void still_recognises_repeated_requests_after_a_snapshot() {
        afterSnapshot()
                .when(new AdjustStock(SKU, 5, "delivery"), request("key", "f"))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(7));
        afterSnapshot()
                .when(new AdjustStock(SKU, 6, "delivery"), request("key", "g"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        afterSnapshot()
                .when(new RegisterStock(SKU, "Desk", 10), creation(null, "registration"))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(0));
    }

    /** A snapshot stands in front of the events as one whose payload is the aggregate itself. */
    private TestExecutor<ProductStock> afterSnapshot() {
        FixtureConfiguration<ProductStock> fixture = new AggregateTestFixture<>(ProductStock.class);
        // the fixture would apply the new events to the same instance a second time and compare
        fixture.setReportIllegalStateChange(false);
        return fixture.given(restoredStock());
    }

    private ProductStock restoredStock() {
        return mapper.readValue(mapper.writeValueAsString(busyStock()), ProductStock.class);
    }

    /** One order released, one shipped whole, one shipped in part. */
    private ProductStock busyStock() {
        ProductStock stock = mapper.readValue("{}", ProductStock.class);
        stock.on(TEN_ON_HAND);
        answered(stock, 0, creation(null, "registration"));
        stock.on(new StockReserved(SKU, RELEASED_ORDER, 2, level(10, 2, 0)));
        stock.on(new StockReleased(SKU, RELEASED_ORDER, 2, level(10, 0, 0)));
        stock.on(new StockReserved(SKU, SHIPPED_ORDER, 2, level(10, 2, 0)));
        stock.on(new StockCommitted(SKU, SHIPPED_ORDER, SHIPMENT, 2, level(10, 0, 2)));
        stock.on(new StockReserved(SKU, OTHER_ORDER, 4, level(10, 4, 2)));
        stock.on(new StockCommitted(SKU, OTHER_ORDER, OTHER_SHIPMENT, 1, level(10, 3, 3)));
        answered(stock, 7, request("key", "f"));
        return stock;
    }

    private static void answered(ProductStock stock, long version, Map<String, String> request) {
        // the events above reach the aggregate only; in production its members see each of them with its metadata
        AnnotatedAggregateMetaModelFactory.inspectAggregate(ProductStock.class)
                .publish(
                        new GenericDomainEventMessage<>("ProductStock", StockEvent.streamOf(SKU), version, "", request),
                        stock);
    }
}
