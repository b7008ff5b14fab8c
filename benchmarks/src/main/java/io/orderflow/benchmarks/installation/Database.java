package io.orderflow.benchmarks.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What the services keep their data in, in one of the modes, for what is done past them. */
public interface Database extends AutoCloseable {

    /** What tells services to use it; all that are given the same name share their data. */
    List<String> settings(String installation);

    /** What tells a plain Spring Boot application to use a database of the same kind, with nothing else set. */
    List<String> plainSettings();

    /** Opens a connection to the event store of the services. */
    Connection events() throws SQLException;

    /** Opens a connection to an empty database of the same kind, with the same settings as the event store. */
    Connection beside() throws SQLException;

    /** Where the schema of the event store is among the resources. */
    String eventSchema();

    /** Its own processes, by name; none when it lives in those of the services. */
    Map<String, ProcessHandle> processes();

    @Override
    void close();
}
