package io.orderflow.query.platform.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives connections that see the tables of one generation of each read model: a processor those of its own, a reader those
 * that are live. The names of tables are the same in all; where they are looked for is a setting of the connection.
 */
final class GenerationDataSource extends DelegatingDataSource {

    private final Generations generations;
    private final Map<Connection, String> paths = Collections.synchronizedMap(new WeakHashMap<>());

    GenerationDataSource(DataSource pool, Generations generations) {
        super(pool);
        this.generations = generations;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String own = GenerationScope.path();
        String path = own == null ? generations.pathOfReaders() : own;
        Connection connection = super.getConnection();
        try {
            look(connection, path);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The pool hands out the same physical connections again; most see already what they should. */
    private void look(Connection connection, String path) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (!path.equals(paths.get(physical))) {
            paths.remove(physical);
            try (Statement statement = connection.createStatement()) {
                statement.execute(path);
            }
            paths.put(physical, path);
        }
    }
}
