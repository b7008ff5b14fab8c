package io.orderflow.query.platform.generation;

import io.orderflow.platform.database.Database;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates and drops the tables of generations. */
final class GenerationSchemas {

    private final Database database;
    private final DataSource pool;
    private final Generations generations;
    private final GenerationTable table;
    private final Map<String, ReadModel> models;
    private final JdbcClient jdbc;
    private final JdbcClient readModels;
    private final TransactionTemplate transaction;

    GenerationSchemas(
            Database database,
            DataSource pool,
            DataSource readModelDataSource,
            Generations generations,
            GenerationTable table,
            List<ReadModel> models) {
        this.database = database;
        this.pool = pool;
        this.generations = generations;
        this.table = table;
        this.models = models.stream().collect(Collectors.toMap(ReadModel::group, Function.identity()));
        this.jdbc = JdbcClient.create(pool);
        this.readModels = JdbcClient.create(readModelDataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Creates the tables of a generation, or those that are missing. Replicas may do so at the same time. */
    void prepare(GenerationRow row) {
        ReadModel model = models.get(row.group());
        FluentConfiguration migration =
                Flyway.configure().dataSource(pool).locations("classpath:" + model.migrations());
        database.prepare(migration);
        migration.schemas(generations.schemaOf(row.generation())).load().migrate();
        if (!table.prepared(row.generation())) {
            drop(row.generation());
        }
    }

    /** Deletes every row of a generation. Called in a transaction on its tables. */
    void empty(Generation generation) {
        tablesOf(generation)
                .forEach(name -> readModels.sql("delete from " + name).update());
    }

    /** The names of a generation's tables. */
    List<String> tablesOf(Generation generation) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = ?"
                        + " and table_name <> 'flyway_schema_history' order by table_name")
                .param(generations.schemaOf(generation))
                .query(String.class)
                .list();
    }

    /** Removes a generation's tables, tokens and dead letters. May be tried again when it has failed: somebody may still be reading. */
    void drop(Generation generation) {
        jdbc.sql("drop schema if exists " + generations.schemaOf(generation) + " cascade")
                .update();
        transaction.executeWithoutResult(status -> {
            for (String table : List.of("token_entry", "dead_letter", "projection_failure")) {
                jdbc.sql("delete from " + table + " where processor_name = ?")
                        .param(generation.processor())
                        .update();
            }
            table.dropped(generation);
        });
    }
}
