package io.orderflow.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the event table. */
final class JdbcRawEvents implements RawEvents {

    private static final String PAGE = "SELECT global_index, event_id, stream, version, aggregate_type, recorded_at,"
            + " payload_type, payload_revision, payload, metadata FROM domain_event"
            + " WHERE global_index > ? ORDER BY global_index FETCH FIRST 1000 ROWS ONLY";
    private static final String INSERT = "INSERT INTO domain_event (event_id, stream, version, aggregate_type,"
            + " recorded_at, payload_type, payload_revision, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TAKE_APPEND_LOCK = "SELECT id FROM append_lock WHERE id = 1 FOR UPDATE";
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AppendSignal signal;
    private final String readHead;

    JdbcRawEvents(DataSource store, AppendSignal signal, EventStoreDialect dialect) {
        this.jdbc = new JdbcTemplate(store);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        this.signal = signal;
        this.readHead = dialect.readHead();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.queryForList("SELECT global_index FROM domain_event FETCH FIRST 1 ROWS ONLY")
                .isEmpty();
    }

    @Override
    public void forEach(Consumer<StoredEvent> each) {
        AtomicLong last = new AtomicLong();
        List<StoredEvent> page;
        do {
            page = jdbc.query(
                    PAGE,
                    (row, number) -> {
                        last.set(row.getLong(1));
                        return new StoredEvent(
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                text(row.getBytes(9)),
                                JSON.readValue(row.getBytes(10), TEXTS));
                    },
                    last.get());
            page.forEach(each);
        } while (!page.isEmpty());
    }

    @Override
    public void append(List<StoredEvent> events) {
        Long head = transaction.execute(status -> {
            jdbc.queryForList(TAKE_APPEND_LOCK);
            jdbc.batchUpdate(INSERT, events, events.size(), (insert, event) -> {
                insert.setString(1, event.id());
                insert.setString(2, event.stream());
                insert.setLong(3, event.version());
                insert.setString(4, event.aggregateType());
                insert.setString(5, event.recordedAt());
                insert.setString(6, event.type());
                insert.setString(7, event.revision());
                insert.setBytes(8, event.payload().getBytes(StandardCharsets.UTF_8));
                insert.setBytes(9, JSON.writeValueAsBytes(event.metadata()));
            });
            return jdbc.query(readHead, row -> row.next() ? (Long) row.getLong(1) : null);
        });
        signal.raise(head == null ? 0 : head);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
