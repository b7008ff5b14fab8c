package io.orderflow.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.database.Database;
import io.orderflow.platform.database.Databases;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** H2 files in one folder. */
final class EmbeddedDatabases implements Databases {

    private final EmbeddedStoreSettings settings;

    EmbeddedDatabases(EmbeddedStoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public Database events() {
        return new File(settings.eventStoreUrl());
    }

    @Override
    public Database processes() {
        return new File(settings.processStoreUrl());
    }

    @Override
    public Database readModels() {
        return new File(settings.readModelUrl());
    }

    private record File(String url) implements Database {

        @Override
        public HikariDataSource pool(String name, int connections) {
            return ConnectionPools.embedded(name, url, connections);
        }

        @Override
        public void prepare(FluentConfiguration migration) {
            // the pool of the service is as good as any other connection, and the file holds nothing else
        }

        @Override
        public String schema() {
            return "public";
        }

        @Override
        public String schemaBeside(String name) {
            return name;
        }

        @Override
        public String lookIn(List<String> schemas) {
            return "SET SCHEMA_SEARCH_PATH " + String.join(", ", schemas);
        }
    }
}
