package io.orderflow.command.platform.axon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the command service runs.
 *
 * @param nodeId this replica's name, unique among replicas and the same after a restart, which then goes on at once with
 *     the segments it had
 * @param connections connections to the event store at most
 * @param processConnections connections to the process store at most
 * @param lockWait how long a command waits for another one about the same aggregate before it is refused
 * @param claimTimeout after how long another replica takes over the segments of one that died
 */
@ConfigurationProperties("orderflow.command")
record CommandServiceSettings(
        @DefaultValue("command-service") String nodeId,
        @DefaultValue("16") int connections,
        @DefaultValue("16") int processConnections,
        @DefaultValue("2s") Duration lockWait,
        @DefaultValue("5s") Duration claimTimeout) {}
