package io.orderflow.platform.eventstore;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, to the letter and whatever the store: nothing is made of it that a later release would make.
 *
 * @param id its own id
 * @param stream the aggregate it is of
 * @param version its sequence number there, from 0
 * @param aggregateType the kind of aggregate
 * @param recordedAt when, in RFC 3339 with milliseconds
 * @param type the name of its payload's type
 * @param revision of that type
 * @param payload JSON
 * @param metadata texts by their keys
 */
public record StoredEvent(
        String id,
        String stream,
        long version,
        String aggregateType,
        String recordedAt,
        String type,
        @Nullable String revision,
        String payload,
        SortedMap<String, String> metadata) {}
