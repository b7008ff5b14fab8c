package io.orderflow.query.platform.generation;

import java.nio.file.Path;

class ReplayOnPostgresTest extends ReplayTest {

    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onPostgres();
    }
}
