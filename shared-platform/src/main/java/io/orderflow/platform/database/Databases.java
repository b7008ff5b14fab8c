package io.orderflow.platform.database;

/** The databases of both services, in whichever mode they run. */
public interface Databases {

    /** Events and snapshots: written by the command service, read by both. */
    Database events();

    /** What the processes of the command service remember: tokens, sagas and deadlines. */
    Database processes();

    /** Read models and their tokens: the query service's own. */
    Database readModels();
}
