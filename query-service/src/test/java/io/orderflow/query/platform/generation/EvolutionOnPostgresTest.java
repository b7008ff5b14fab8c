package io.orderflow.query.platform.generation;

import java.nio.file.Path;

class EvolutionOnPostgresTest extends EvolutionTest {

    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onPostgres();
    }
}
