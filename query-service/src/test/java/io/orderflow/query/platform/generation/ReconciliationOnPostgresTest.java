package io.orderflow.query.platform.generation;

import java.nio.file.Path;

class ReconciliationOnPostgresTest extends ReconciliationTest {

    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onPostgres();
    }
}
