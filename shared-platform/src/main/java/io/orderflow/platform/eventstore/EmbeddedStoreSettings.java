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
     * killed process loses thousands of acknowledged commits. {@code RETENTION_TIME=0} lets the space of replaced pages
     * be used again at once; the file would grow to many times its contents. {@code NETWORK_TIMEOUT} bounds, in milliseconds, how long the other
     * process waits for the one that serves the file.
     */
    public String eventStoreUrl() {
        return url("events") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0;RETENTION_TIME=0;NETWORK_TIMEOUT=5000";
    }

    /** The URL of the database of the command service's processes: tokens, sagas and deadlines. */
    public String processStoreUrl() {
        return privateUrl("process");
    }

    /** The URL of the database of the read models. */
    public String readModelUrl() {
        return privateUrl("read");
    }

    /**
     * A database that one process uses alone, and that goes on from the events: what it holds and its tokens share
     * transactions, so what a kill takes away comes again. It is closed by the service, after all that uses it.
     */
    private String privateUrl(String name) {
        return url(name) + ";DB_CLOSE_ON_EXIT=FALSE";
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
