package io.orderflow.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The names of the event store's tables and columns, as its Flyway schema declares them. */
final class EventStoreTables {

    private EventStoreTables() {}

    static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("domain_event")
                .snapshotTable("snapshot_event")
                .globalIndexColumn("global_index")
                .timestampColumn("recorded_at")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("version")
                .typeColumn("aggregate_type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }
}
