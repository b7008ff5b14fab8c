package io.orderflow.platform.eventstore;

import io.orderflow.api.metadata.MetadataKeys;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Finds traces of what is durable by the index of the event ids, see {@link CommandEventIds}. */
final class JdbcCommandTraces implements CommandTraces {

    private static final String LAST_EVENT =
            "SELECT stream, version, metadata FROM domain_event WHERE event_id = ? AND global_index <= ?";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient store;
    private final AppendSignal signal;

    JdbcCommandTraces(DataSource store, AppendSignal signal) {
        this.store = JdbcClient.create(store);
        this.signal = signal;
    }

    @Override
    public Optional<Trace> of(UUID commandId) {
        return store.sql(LAST_EVENT)
                .params(commandId.toString(), signal.head())
                .query((row, number) -> new Trace(
                        row.getString("stream"),
                        row.getLong("version"),
                        JSON.readTree(row.getBytes("metadata"))
                                .path(MetadataKeys.USER_ID)
                                .asString("")))
                .optional();
    }
}
