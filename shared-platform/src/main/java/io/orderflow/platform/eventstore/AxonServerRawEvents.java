package io.orderflow.platform.eventstore;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The events of a context of Axon Server. */
final class AxonServerRawEvents implements RawEvents {

    private static final int PATIENCE_SECONDS = 30;
    private static final int BUFFER = 5_000;
    private static final long BEFORE_THE_FIRST = -1;

    private final AxonServerConnectionManager connections;
    private final String context;

    AxonServerRawEvents(AxonServerConnectionManager connections, String context) {
        this.connections = connections;
        this.context = context;
    }

    @Override
    public boolean isEmpty() {
        return last() < 0;
    }

    private long last() {
        Long token = answer(channel().getLastToken());
        return token == null ? BEFORE_THE_FIRST : token;
    }

    @Override
    public void forEach(Consumer<StoredEvent> each) {
        long last = last();
        if (last < 0) {
            return;
        }
        EventStream stream = channel().openStream(BEFORE_THE_FIRST, BUFFER);
        try {
            EventWithToken event;
            do {
                event = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new EventStoreException("Axon Server gives no more events");
                }
                each.accept(stored(event.getEvent()));
            } while (event.getToken() < last);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            stream.close();
        }
    }

    @Override
    public void append(List<StoredEvent> events) {
        AppendEventsTransaction append = channel().startAppendEventsTransaction();
        events.forEach(event -> append.appendEvent(event(event)));
        answer(append.commit());
    }

    private EventChannel channel() {
        return connections.getConnection(context).eventChannel();
    }

    private static StoredEvent stored(Event event) {
        SortedMap<String, String> metadata = new TreeMap<>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, text(key, value)));
        String revision = event.getPayload().getRevision();
        return new StoredEvent(
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getAggregateType(),
                DateTimeUtils.formatInstant(Instant.ofEpochMilli(event.getTimestamp())),
                event.getPayload().getType(),
                revision.isEmpty() ? null : revision,
                event.getPayload().getData().toStringUtf8(),
                metadata);
    }

    private static String text(String key, MetaDataValue value) {
        if (value.getDataCase() != MetaDataValue.DataCase.TEXT_VALUE) {
            throw new EventStoreException("the metadata " + key + " is no text, and cannot be kept");
        }
        return value.getTextValue();
    }

    private static Event event(StoredEvent event) {
        Event.Builder message = Event.newBuilder()
                .setMessageIdentifier(event.id())
                .setAggregateIdentifier(event.stream())
                .setAggregateSequenceNumber(event.version())
                .setAggregateType(event.aggregateType())
                .setTimestamp(Instant.parse(event.recordedAt()).toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.type())
                        .setRevision(event.revision() == null ? "" : event.revision())
                        .setData(ByteString.copyFromUtf8(event.payload())));
        event.metadata()
                .forEach((key, value) -> message.putMetaData(
                        key, MetaDataValue.newBuilder().setTextValue(value).build()));
        return message.build();
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new EventStoreException("Axon Server did not do it", e);
        }
    }

    private static EventStoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EventStoreException("interrupted", e);
    }
}
