package io.orderflow.query.platform.generation;

import java.nio.file.Path;

class DeadLetterOnPostgresTest extends DeadLetterTest {

    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onPostgres();
    }
}
