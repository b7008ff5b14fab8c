package io.orderflow.query.platform.freshness;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far all replicas together have read: what their tokens say. A token that moves over events which do not concern its
 * segment is stored once a second, so this is behind by that much at times, and never ahead.
 */
final class SharedPositions {

    private static final String TOKENS = "SELECT token, token_type FROM token_entry WHERE processor_name = :group";
    private static final long GOOD_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    SharedPositions(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The lowest position of a group's segments; empty if it cannot be read now, or nobody has begun. */
    OptionalLong position(String group) {
        Known last = known.get(group);
        if (last == null || System.nanoTime() - last.readAt > GOOD_FOR_NANOS) {
            long before = System.nanoTime();
            try {
                last = new Known(read(group), before);
                known.put(group, last);
            } catch (DataAccessException e) {
                return OptionalLong.empty(); // nothing that is read now will fare better
            }
        }
        return last.position;
    }

    private OptionalLong read(String group) {
        return jdbc
                .sql(TOKENS)
                .param("group", group)
                .query((row, number) -> positionOf(row.getBytes(1), row.getString(2)))
                .list() // a stream would keep its connection
                .stream()
                .mapToLong(Long::longValue)
                .min();
    }

    /** A segment that has read nothing yet has no token. */
    private long positionOf(byte @Nullable [] token, @Nullable String type) {
        if (token == null) {
            return -1;
        }
        @Nullable
        TrackingToken read = serializer.deserialize(
                new SimpleSerializedObject<>(token, byte[].class, Objects.requireNonNull(type), null));
        return read == null ? -1 : read.position().orElse(-1);
    }

    private record Known(OptionalLong position, long readAt) {}
}
