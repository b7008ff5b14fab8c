package io.orderflow.query.platform.axon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the query service runs.
 *
 * @param nodeId this replica's name, unique among replicas and the same after a restart, which then goes on at once with
 *     the segments it had
 * @param connections connections to the read models' database at most
 * @param claimTimeout after how long another replica takes over the segments of one that died
 * @param storeWait how long to wait at the start for the command service to create the event store
 */
@ConfigurationProperties("orderflow.query")
record QueryServiceSettings(
        @DefaultValue("query-service") String nodeId,
        @DefaultValue("24") int connections,
        @DefaultValue("5s") Duration claimTimeout,
        @DefaultValue("60s") Duration storeWait) {}
