package io.orderflow.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mode {@code axonserver} runs, apart from the connection itself, whose settings are {@code axon.axonserver.*}.
 *
 * @param database where tokens, sagas, deadlines, dead letters and read models are
 * @param startWait how long to wait for Axon Server at the start
 */
@ConfigurationProperties("orderflow.axonserver")
record AxonServerSettings(
        @DefaultValue(AxonServerSettings.POSTGRES) Database database, @DefaultValue("60s") Duration startWait) {

    static final String PROPERTY = "orderflow.axonserver.database";
    static final String POSTGRES = "postgres";
    static final String H2 = "h2";

    /** The databases there are. */
    enum Database {
        /** That of {@code orderflow.postgres.*}, which replicas share. */
        POSTGRES,
        /** Files of each service, in {@code orderflow.data-dir}: for trying out, one replica of each. */
        H2
    }
}
