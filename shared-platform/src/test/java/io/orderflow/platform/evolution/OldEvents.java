package io.orderflow.platform.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events as earlier releases have stored them: the bytes of the golden files, which are those of the stores. */
public final class OldEvents {

    /** The product of the golden files. */
    public static final String SKU = "FUR-BO-10001798";

    private static final Path GOLDEN_FILES =
            Path.of("..", "shared-api", "src", "test", "resources", "contracts", "events");

    private OldEvents() {}

    /** The payload of an event in a revision that nobody writes any more. */
    public static byte[] payload(String event, String revision) {
        try {
            return Files.readAllBytes(GOLDEN_FILES.resolve(event + ".v" + revision + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the first event of a product into a store, as it was written then. */
    public static void storeRegistration(JdbcClient store, String event, String revision) {
        store(store, "stock-" + SKU, 0, "io.orderflow.api.stock.event." + event, revision, payload(event, revision));
    }

    /** Puts an event of any type into a store. */
    public static void store(
            JdbcClient store, String stream, long version, String type, String revision, byte[] payload) {
        store.sql("insert into domain_event (event_id, stream, version, aggregate_type, payload_type,"
                        + " payload_revision, payload, metadata, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.nameUUIDFromBytes((stream + version).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        stream,
                        version,
                        "ProductStock",
                        type,
                        revision,
                        payload,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "2025-01-02T03:04:05.000000Z")
                .update();
    }
}
