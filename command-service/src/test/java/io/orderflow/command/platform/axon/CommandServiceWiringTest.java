package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class CommandServiceWiringTest extends CommandServiceWiring {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Override
    String appendSignal() {
        return "SharedFileAppendSignal";
    }

    @Override
    String databases() {
        return "EmbeddedDatabases";
    }

    @Test
    void events_are_stored_by_the_jdbc_engine() {
        assertThat(only(EventStorageEngine.class)).isInstanceOf(JdbcEventStorageEngine.class);
    }
}
