package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.load.Client;
import io.orderflow.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.net.URI;

/** A client of a load that asks over a connection of its own. */
public final class HttpClient implements Client {

    private final HttpConnection connection;
    private final Request request;

    /**
     * Opens nothing yet.
     *
     * @param url where it asks
     * @param request what it does each time
     */
    public HttpClient(URI url, Request request) {
        this.connection = new HttpConnection(url);
        this.request = request;
    }

    /** What is asked. */
    @FunctionalInterface
    public interface Request {

        /** Asks, and tells whether the answer is what it shall be. */
        boolean send(HttpConnection connection) throws IOException;
    }

    @Override
    public boolean run() throws IOException {
        return request.send(connection);
    }

    @Override
    public void close() {
        connection.close();
    }
}
