package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.digest.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums up all that a generation holds in one number: two that were built from the same events have the same, whenever, by
 * whichever replica and in whichever database. Two kinds of columns are not counted: where an event lies in this store
 * ({@code store_position}), and what readers have seen when ({@code …_seen}).
 */
public final class Checksums {

    private static final Pattern NOT_COUNTED = Pattern.compile("store_position|.*_seen");
    private static final int ROWS_AT_A_TIME = 1_000;

    private final Generations generations;
    private final GenerationSchemas schemas;
    private final TokenTable tokens;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    Checksums(Generations generations, GenerationSchemas schemas, TokenTable tokens, DataSource pool) {
        this.generations = generations;
        this.schemas = schemas;
        this.tokens = tokens;
        this.jdbc = new JdbcTemplate(pool);
        this.jdbc.setFetchSize(ROWS_AT_A_TIME);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** Of a generation as it is at this moment. Reads every row, in constant memory. */
    public Checksum of(Generation generation) {
        Checksum checksum = snapshot.execute(status -> {
            long position = tokens.position(generation.processor()).orElse(-1);
            Sum sum = new Sum();
            for (String table : schemas.tablesOf(generation)) {
                jdbc.query("select * from " + generations.schemaOf(generation) + "." + table, row -> {
                    sum.add(table, row);
                });
            }
            return new Checksum(HexFormat.of().toHexDigits(sum.value), sum.rows, position);
        });
        if (checksum == null) {
            throw new IllegalStateException("no checksum of " + generation.processor());
        }
        return checksum;
    }

    /**
     * What a generation holds.
     *
     * @param value the same for the same rows, whatever their order
     * @param rows how many there are
     * @param position the index of the last event that all of them have taken
     */
    public record Checksum(String value, long rows, long position) {}

    /** A sum of hashes, so that the order of rows does not matter. */
    private static final class Sum {

        private final MessageDigest digest = Sha256.begin();
        private long value;
        private long rows;

        private void add(String table, ResultSet row) throws SQLException {
            ResultSetMetaData columns = row.getMetaData();
            TreeMap<String, String> values = new TreeMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
                if (!NOT_COUNTED.matcher(name).matches()) {
                    values.put(name, text(row, i));
                }
            }
            byte[] hash = digest.digest(List.of(table, values).toString().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < Long.BYTES; i++) {
                value += (hash[i] & 0xffL) << 8 * i;
            }
            rows++;
        }

        /** As both databases would write it. */
        private static String text(ResultSet row, int column) throws SQLException {
            @Nullable Object value = row.getObject(column);
            if (value instanceof BigDecimal number) {
                return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            }
            if (value instanceof Timestamp || value instanceof OffsetDateTime) {
                return row.getObject(column, OffsetDateTime.class).toInstant().toString();
            }
            return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        }
    }
}
