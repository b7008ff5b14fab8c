package io.orderflow.query.platform.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dead letters of all processors, to be looked at; only {@link DeadLetters} changes them. */
public final class DeadLetterTable {

    private static final String LETTER = "select letter_id, sequence_identifier, sequence_index, aggregate_identifier,"
            + " sequence_number, payload_type, recorded_at, enqueued_at, cause_type, cause_message, diagnostics, payload,"
            + " metadata, (select count(*) from dead_letter other where other.processor_name = letter.processor_name"
            + " and other.sequence_identifier = letter.sequence_identifier"
            + " and other.sequence_index > letter.sequence_index) as behind from dead_letter letter";
    private static final String FIRST_OF = " where processor_name = :processor and not exists"
            + " (select 1 from dead_letter other where other.processor_name = letter.processor_name"
            + " and other.sequence_identifier = letter.sequence_identifier"
            + " and other.sequence_index < letter.sequence_index)"
            + " and (cast(:cause as varchar) is null or cause_type = :cause or cause_type like :named)";

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final DeadLetterSettings settings;

    DeadLetterTable(DataSource dataSource, Serializer serializer, DeadLetterSettings settings) {
        this.jdbc = JdbcClient.create(dataSource);
        this.serializer = serializer;
        this.settings = settings;
    }

    /** How much each processor holds back, by its name; those that hold back nothing are missing. */
    public Map<String, Count> counts() {
        Map<String, Count> counts = new HashMap<>();
        jdbc.sql("select processor_name, count(distinct sequence_identifier), count(*) from dead_letter"
                        + " group by processor_name")
                .query(row -> {
                    counts.put(row.getString(1), new Count(row.getLong(2), row.getLong(3)));
                });
        return counts;
    }

    /**
     * The first letters of a processor's sequences, the oldest first.
     *
     * @param cause only those whose exception has this name, with or without its package; null for all
     */
    public List<Letter> firsts(String processor, @Nullable String cause, int offset, int limit) {
        return jdbc.sql(LETTER + FIRST_OF
                        + " order by enqueued_at, letter_id offset :offset rows fetch next :limit rows only")
                .param("processor", processor)
                .param("cause", cause)
                .param("named", named(cause))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::letter)
                .list();
    }

    /** How many there are. */
    public long countFirsts(String processor, @Nullable String cause) {
        return jdbc.sql("select count(*) from dead_letter letter" + FIRST_OF)
                .param("processor", processor)
                .param("cause", cause)
                .param("named", named(cause))
                .query(Long.class)
                .single();
    }

    /** One letter of a processor, whatever its place in its sequence. */
    public Optional<Letter> find(String processor, UUID id) {
        return jdbc.sql(LETTER + " where processor_name = :processor and letter_id = :id")
                .param("processor", processor)
                .param("id", id.toString())
                .query(this::letter)
                .optional();
    }

    /** The letters behind one, in their order. */
    public List<Letter> behind(String processor, Letter letter, int limit) {
        return jdbc.sql(LETTER + " where processor_name = :processor and sequence_identifier = :sequence"
                        + " and sequence_index > :index order by sequence_index fetch first :limit rows only")
                .param("processor", processor)
                .param("sequence", letter.sequence())
                .param("index", letter.index())
                .param("limit", limit)
                .query(this::letter)
                .list();
    }

    /** Whether a letter is the first of its sequence. */
    public boolean isFirst(String processor, Letter letter) {
        return jdbc.sql("select count(*) from dead_letter where processor_name = ? and sequence_identifier = ?"
                                + " and sequence_index < ?")
                        .params(processor, letter.sequence(), letter.index())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static @Nullable String named(@Nullable String cause) {
        return cause == null ? null : "%." + cause.replace("%", "");
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        byte[] diagnostics = row.getBytes("diagnostics");
        LetterAttempts attempts = LetterAttempts.of(diagnostics == null ? MetaData.emptyInstance() : read(diagnostics));
        boolean isTriedAgain = attempts.made() > 0 && attempts.made() < settings.attempts();
        long version = row.getLong("sequence_number");
        return new Letter(
                UUID.fromString(row.getString("letter_id")),
                row.getString("sequence_identifier"),
                row.getLong("sequence_index"),
                row.getString("aggregate_identifier"),
                row.wasNull() || row.getString("aggregate_identifier") == null ? null : version,
                row.getString("payload_type"),
                Instant.parse(row.getString("recorded_at")),
                Instant.parse(row.getString("enqueued_at")),
                row.getString("cause_type"),
                row.getString("cause_message"),
                attempts.made(),
                isTriedAgain ? attempts.next() : null,
                row.getLong("behind"),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                row.getBytes("metadata") == null ? "{}" : new String(row.getBytes("metadata"), StandardCharsets.UTF_8));
    }

    private MetaData read(byte[] diagnostics) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(diagnostics, byte[].class, MetaData.class.getName(), null));
    }

    /** How many sequences are held back, and how many events in them. */
    public record Count(long sequences, long events) {}

    /**
     * A dead letter.
     *
     * @param index its place in the sequence; the lowest one is the first
     * @param attempts how often it has failed
     * @param nextAttemptAt when it is tried again by itself; null if it is not
     * @param behind how many are behind it
     * @param payload the event as JSON
     * @param metadata its metadata as JSON
     */
    public record Letter(
            UUID id,
            String sequence,
            long index,
            @Nullable String stream,
            @Nullable Long version,
            String payloadType,
            Instant recordedAt,
            Instant enqueuedAt,
            @Nullable String causeType,
            @Nullable String causeMessage,
            int attempts,
            @Nullable Instant nextAttemptAt,
            long behind,
            String payload,
            String metadata) {}
}
