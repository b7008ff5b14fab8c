package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** All events of the store of the services read in sequence and deserialised, payload and metadata, by one thread. */
public final class RawRead implements Measurement {

    private static final int AT_ONCE = 1_000;
    private static final String READ = "SELECT global_index, payload_type, payload_revision, payload, metadata"
            + " FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT " + AT_ONCE;
    private static final String MANY = "raw-read/rate";

    @Override
    public String name() {
        return "raw-read";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(Figure.of(MANY, "read and deserialise in sequence", "events/s"));
    }

    @Override
    public void measure(Bench bench, Values values) throws Exception {
        bench.orders().some();
        long span = bench.plan().measured().toNanos();
        Serializer serializer = Jackson3Serializer.builder().build();
        try (Connection connection = bench.database().events();
                PreparedStatement read = connection.prepareStatement(READ)) {
            long start = System.nanoTime();
            long events = 0;
            long nanos;
            // again from the first one, for as long as other loads last
            do {
                events += readAll(read, serializer);
                nanos = System.nanoTime() - start;
            } while (nanos < span);
            values.put(MANY, events / (nanos / 1e9));
        }
    }

    private static long readAll(PreparedStatement read, Serializer serializer) throws SQLException {
        long last = 0;
        long all = 0;
        int rows;
        do {
            read.setLong(1, last);
            rows = 0;
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    deserialise(serializer, row.getBytes(4), row.getString(2), row.getString(3));
                    deserialise(serializer, row.getBytes(5), MetaData.class.getName(), null);
                    rows++;
                }
            }
            all += rows;
        } while (rows == AT_ONCE);
        return all;
    }

    private static void deserialise(Serializer serializer, byte[] bytes, String type, @Nullable String revision) {
        if (serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, revision)) == null) {
            throw new IllegalStateException("an event is nothing: " + type);
        }
    }
}
