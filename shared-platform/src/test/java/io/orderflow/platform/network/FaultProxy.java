package io.orderflow.platform.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between clients and a server, and lets what is said come late, not at all, or to an end. */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int serverPort;
    private volatile boolean hanging;
    private volatile boolean refusing;
    private volatile long delayMillis;
    private volatile String erased = "";

    /** A proxy of a server on this machine, that passes everything on until told otherwise. */
    public FaultProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        daemon(this::accept);
    }

    /** Where clients connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Leaves everything that is said unanswered, for as long as it is on; nothing of it is lost. */
    public void hang(boolean now) {
        hanging = now;
    }

    /** Passes each piece on only after so many milliseconds; 0 for at once. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Ends every connection with a reset, whatever is under way in it. New ones may come. */
    public void reset() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // it has ended by itself
            }
        }
        sockets.clear();
    }

    /** Ends every new connection at once. */
    public void refuse(boolean now) {
        refusing = now;
    }

    /** Takes a header of HTTP away from what clients say: the server finds another name in its place. */
    public void erase(String header) {
        erased = header;
    }

    private void accept() throws Exception {
        while (true) {
            Socket client = entrance.accept();
            if (refusing) {
                client.close();
            } else {
                daemon(() -> connect(client));
            }
        }
    }

    private void connect(Socket client) throws Exception {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        sockets.add(client);
        sockets.add(server);
        daemon(() -> copy(client, server, true));
        daemon(() -> copy(server, client, false));
    }

    private void copy(Socket from, Socket to, boolean isRequest) throws Exception {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                while (hanging) {
                    Thread.sleep(10);
                }
                byte[] said = isRequest && !erased.isEmpty() ? withoutHeader(buffer, read) : buffer;
                out.write(said, 0, read);
                out.flush();
            }
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    /** The same number of bytes, so that nothing else changes. */
    private byte[] withoutHeader(byte[] buffer, int read) {
        String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        String other = "X" + erased.substring(1);
        return said.replace(erased, other).getBytes(StandardCharsets.ISO_8859_1);
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
        reset();
    }
}
