package io.orderflow.command.platform.outcome;

import io.orderflow.api.metadata.MetadataKeys;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes the last event of each command, which has the command's own id, where the event store cannot be asked for it. */
@Component
@Profile("axonserver")
@ProcessingGroup(CommandTraceRecorder.GROUP)
class CommandTraceRecorder {

    static final String GROUP = "command-traces";

    private static final String NOTE =
            "INSERT INTO command_trace (command_id, stream, version, sent_by) VALUES (?, ?, ?, ?)";

    private final JdbcClient jdbc;

    CommandTraceRecorder(DataSource processDataSource) {
        this.jdbc = JdbcClient.create(processDataSource);
    }

    @EventHandler
    void on(DomainEventMessage<?> event) {
        if (event.getIdentifier().equals(event.getMetaData().get(MetadataKeys.COMMAND_ID))) {
            Object user = event.getMetaData().get(MetadataKeys.USER_ID);
            jdbc.sql(NOTE)
                    .params(
                            event.getIdentifier(),
                            event.getAggregateIdentifier(),
                            event.getSequenceNumber(),
                            user == null ? "" : user.toString())
                    .update();
        }
    }
}
