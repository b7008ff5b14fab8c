package io.orderflow.command.platform.heldback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.order.event.OrderConfirmed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class HoldBackPoisonTest {

    private HeldBackEvents heldBack;
    private HoldBackPoison poison;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("process"));
        new ResourceDatabasePopulator(new ClassPathResource("db/process/V2__held_back_events.sql")).execute(database);
        heldBack = new HeldBackEvents(database, Clock.systemUTC());
        poison = new HoldBackPoison("order-fulfilment", heldBack);
    }

    @Test
    void an_event_that_cannot_be_read_is_noted_once_and_nobody_is_asked_to_handle_it() throws Exception {
        EventMessage<?> unreadable = event("{\"orderId\":");
        for (int segment = 0; segment < 4; segment++) {
            Object handled = handle(unreadable);
            assertThat(handled).isNull();
        }
        assertThat(heldBack.count("order-fulfilment")).isEqualTo(1);
        assertThat(heldBack.count("payment-gateway")).isZero();
    }

    @Test
    void an_event_that_can_be_read_is_handled() throws Exception {
        assertThat(handle(event("{\"orderId\":\"01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b01\"}")))
                .isEqualTo("handled");
        assertThat(heldBack.count("order-fulfilment")).isZero();
    }

    @Test
    void what_breaks_the_code_is_noted_and_what_may_pass_is_not() throws Exception {
        EventMessage<?> event = GenericEventMessage.asEventMessage("any");
        poison.onError(new NullPointerException("lines"), event, message -> null);
        assertThat(heldBack.count("order-fulfilment")).isEqualTo(1);

        IllegalStateException refused = new IllegalStateException("not now");
        assertThatThrownBy(() -> poison.onError(refused, GenericEventMessage.asEventMessage("other"), message -> null))
                .isSameAs(refused);
        assertThat(heldBack.count("order-fulfilment")).isEqualTo(1);
    }

    private Object handle(EventMessage<?> event) throws Exception {
        BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(event);
        return batch.executeWithResult(() -> poison.handle(batch, () -> "handled"))
                .getPayload();
    }

    private static EventMessage<?> event(String json) {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        SimpleSerializedObject<byte[]> payload = new SimpleSerializedObject<>(
                json.getBytes(StandardCharsets.UTF_8), byte[].class, OrderConfirmed.class.getName(), null);
        return new GenericEventMessage<>(
                new SerializedMessage<>(
                        "e1",
                        new LazyDeserializingObject<>(payload, serializer),
                        new LazyDeserializingObject<>(MetaData.emptyInstance())),
                Instant::now);
    }
}
