package io.orderflow.platform.eventstore;

/**
 * What is said differently to different databases.
 *
 * @param schema where the migrations of the event store are
 * @param readHead reads the index of the newest event, as the first column. Run within each append, after the insert
 */
record EventStoreDialect(String schema, String readHead) {

    static final EventStoreDialect H2 =
            new EventStoreDialect("classpath:db/event-store", "SELECT max(global_index) FROM domain_event");

    static final EventStoreDialect POSTGRES =
            new EventStoreDialect("classpath:db/event-store-postgres", PostgresAppendSignal.READ_AND_NOTIFY);
}
