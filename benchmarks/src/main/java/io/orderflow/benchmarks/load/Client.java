package io.orderflow.benchmarks.load;

/** One of several clients that load a service at the same time. */
public interface Client extends Operation, AutoCloseable {

    @Override
    void close();

    /** Makes the clients of a load. */
    @FunctionalInterface
    interface Factory {

        /** The next client, with a connection of its own. */
        Client connect();
    }
}
