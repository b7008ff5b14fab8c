package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.order.query.OrderHistoryEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/** One event of an order or of its payment. Never changes once it is written. */
@Entity
@Table(name = "order_history_event")
class OrderHistoryEventRow {

    @EmbeddedId
    private Key key;

    @Column(name = "stream")
    @JdbcTypeCode(Types.VARCHAR)
    private OrderHistoryEntry.Stream stream;

    @Column(name = "version")
    private long version;

    @Column(name = "type")
    private String type;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "user_id")
    private @Nullable String userId;

    @Column(name = "command_id")
    private @Nullable String commandId;

    @Column(name = "correlation_id")
    private @Nullable String correlationId;

    @Column(name = "causation_id")
    private @Nullable String causationId;

    @Column(name = "payload")
    private String payload;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderHistoryEventRow() {}

    OrderHistoryEventRow(
            UUID orderId,
            int position,
            OrderHistoryEntry.Stream stream,
            DomainEventMessage<?> message,
            String type,
            String payload) {
        this.key = new Key(orderId, position);
        this.stream = stream;
        this.version = message.getSequenceNumber();
        this.type = type;
        this.recordedAt = instant(message.getTimestamp());
        this.userId = metadata(message, MetadataKeys.USER_ID);
        this.commandId = metadata(message, MetadataKeys.COMMAND_ID);
        this.correlationId = metadata(message, MetadataKeys.CORRELATION_ID);
        this.causationId = metadata(message, MetadataKeys.CAUSATION_ID);
        this.payload = payload;
    }

    int position() {
        return key.position();
    }

    /** Whether it is of the order's own stream, so that it makes a new version of the order. */
    boolean isOfOrder() {
        return stream == OrderHistoryEntry.Stream.ORDER;
    }

    long version() {
        return version;
    }

    String type() {
        return type;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String payload() {
        return payload;
    }

    OrderHistoryEntry entry(
            @Nullable Instant businessTime, String summary, @Nullable Map<String, @Nullable Object> shownPayload) {
        return new OrderHistoryEntry(
                stream,
                version,
                type,
                recordedAt,
                businessTime,
                userId,
                commandId,
                correlationId,
                causationId,
                summary,
                shownPayload);
    }

    private static @Nullable String metadata(DomainEventMessage<?> message, String key) {
        Object value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }

    @Embeddable
    record Key(@Column(name = "order_id") UUID orderId, @Column(name = "position") int position)
            implements Serializable {}
}
