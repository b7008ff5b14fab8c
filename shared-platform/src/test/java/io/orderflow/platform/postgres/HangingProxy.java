package io.orderflow.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server, and can leave everything that is said unanswered. */
final class HangingProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int serverPort;
    private volatile boolean hanging;

    HangingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        daemon(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void hang(boolean now) {
        hanging = now;
    }

    private void accept() throws Exception {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.add(client);
            sockets.add(server);
            daemon(() -> copy(client.getInputStream(), server.getOutputStream()));
            daemon(() -> copy(server.getInputStream(), client.getOutputStream()));
        }
    }

    private void copy(InputStream from, OutputStream to) throws Exception {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            while (hanging) {
                Thread.sleep(10);
            }
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private interface Work {

        void run() throws Exception;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // a connection has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
