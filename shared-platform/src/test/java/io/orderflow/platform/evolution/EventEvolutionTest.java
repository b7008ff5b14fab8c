package io.orderflow.platform.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.platform.axon.SerializationConfiguration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What earlier releases have stored, read by this one. */
class EventEvolutionTest {

    @ParameterizedTest
    @CsvSource({"ProductRegistered, 1", "StockRegistered, 1", "StockRegistered, 2"})
    void every_revision_of_a_registration_is_read_as_the_present_one(String event, String revision) {
        assertThat(read("io.orderflow.api.stock.event." + event, revision, OldEvents.payload(event, revision)))
                .containsExactly(new StockRegistered(
                        OldEvents.SKU, "Bush “Somerset” Bookcase", new StockLevel(10, 0, 0), StockUnit.PIECE));
    }

    private static List<Object> read(String type, String revision, byte[] payload) {
        try (var context =
                new AnnotationConfigApplicationContext(EventEvolution.class, SerializationConfiguration.class)) {
            Serializer serializer = context.getBean("eventSerializer", Serializer.class);
            EventUpcasterChain chain = new EventUpcasterChain(
                    context.getBeanProvider(EventUpcaster.class).orderedStream().toList());
            EventData<byte[]> stored = new GenericDomainEventEntry<>(
                    "ProductStock",
                    "stock-1",
                    0,
                    "event",
                    "2025-01-02T03:04:05Z",
                    type,
                    revision,
                    payload,
                    new byte[0]);
            Stream<IntermediateEventRepresentation> now =
                    chain.upcast(Stream.of(new InitialEventRepresentation(stored, serializer)));
            return now.<Object>map(event -> {
                        SerializedObject<byte[]> data = event.getData(byte[].class);
                        return serializer.deserialize(data);
                    })
                    .toList();
        }
    }
}
