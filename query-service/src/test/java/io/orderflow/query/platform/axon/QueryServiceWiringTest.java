package io.orderflow.query.platform.axon;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class QueryServiceWiringTest extends QueryServiceWiring {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
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
}
