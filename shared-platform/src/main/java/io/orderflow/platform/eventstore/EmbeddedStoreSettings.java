package io.orderflow.platform.eventstore;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded mode keeps its data.
 *
 * @param dataDir the folder of the H2 files; both services must name the same one
 */
@ConfigurationProperties("orderflow")
public record EmbeddedStoreSettings(@DefaultValue("data") Path dataDir) {

    /**
     * The URL of the event store, the same to the letter in both processes. The first one to open it serves it to the
     * other. {@code WRITE_DELAY=0} makes every commit reach the file before it is acknowledged: with H2's default a
     * killed process loses thousands of acknowledged commits.
     */
    public String eventStoreUrl() {
        return url("events") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    /**
     * The URL of a database that one process uses alone, and that can be filled again from the events: rows and tokens
     * share its transactions, so what a kill takes away is read again.
     */
    public String readModelUrl() {
        return url("read");
    }

    /** The file through which one process tells the other that events were appended. */
    Path signalFile() {
        return dataDir.resolve("events.signal");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve(name)
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=3000";
    }
}
