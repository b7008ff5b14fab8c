package io.orderflow.command.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.metadata.MetadataKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class CommandTraceRecorderTest {

    private static final String COMMAND = UUID.randomUUID().toString();

    private CommandTraceRecorder recorder;
    private JdbcClient jdbc;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("process"));
        new ResourceDatabasePopulator(new ClassPathResource("db/command-traces/V100__command_trace.sql"))
                .execute(database);
        recorder = new CommandTraceRecorder(database);
        jdbc = JdbcClient.create(database);
    }

    @Test
    void of_a_command_its_last_event_is_noted_with_who_sent_it() {
        recorder.on(event(UUID.randomUUID().toString(), 0));
        recorder.on(event(COMMAND, 1));

        assertThat(noted()).containsExactly(List.of(COMMAND, "order-1", "1", "ada"));
    }

    @Test
    void an_event_that_is_in_the_store_twice_stops_nothing() {
        recorder.on(event(COMMAND, 1));
        recorder.on(event(COMMAND, 1));

        assertThat(noted()).hasSize(1);
    }

    private List<List<String>> noted() {
        return jdbc.sql("SELECT command_id, stream, version, sent_by FROM command_trace")
                .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static DomainEventMessage<String> event(String id, long version) {
        return new GenericDomainEventMessage<>(
                "Order",
                "order-1",
                version,
                new GenericMessage<>(
                        id, "placed", Map.of(MetadataKeys.COMMAND_ID, COMMAND, MetadataKeys.USER_ID, "ada")),
                Instant.now());
    }
}
