package io.orderflow.platform.eventstore;

/** Keeps the embedded store to this machine. */
public final class LoopbackStore {

    private LoopbackStore() {}

    /**
     * Must run before anything touches H2. The process that holds the store's file serves it to the other one over TCP,
     * by default on every network interface and under the machine's host name, which need not resolve.
     */
    public static void bindToLoopback() {
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
    }
}
