package io.orderflow.system;

import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose body never comes to its end. */
final class HangingRequest implements AutoCloseable {

    private final Socket connection;

    private HangingRequest(Socket connection) {
        this.connection = connection;
    }

    static HangingRequest to(ServiceProcess service) throws IOException {
        Socket connection =
                new Socket(InetAddress.getLoopbackAddress(), service.url().getPort());
        connection
                .getOutputStream()
                .write(("POST /api/v1/customers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 9\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return new HangingRequest(connection);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
