package io.orderflow.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection of HTTP/1.1 that is kept open, for one thread. The load driver shares the processors with what it measures:
 * this takes a fraction of what a general client takes. It knows what the services send, and no more.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 60_000;
    private static final int BUFFER = 16 * 1024;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** Opens nothing yet. */
    public HttpConnection(URI url) {
        this.port = url.getPort();
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body its text, empty when there is none
     */
    public record Answer(int status, String body) {

        /** The text of a property of the body that is a string; the body is searched, not read. */
        public String text(String property) {
            int start = body.indexOf('"' + property + "\":\"");
            if (start < 0) {
                throw new IllegalStateException("no " + property + " in " + body);
            }
            start += property.length() + 4;
            return body.substring(start, body.indexOf('"', start));
        }
    }

    /** Asks for something. */
    public Answer get(String path) throws IOException {
        return exchange("GET", path, null);
    }

    /** Sends JSON. */
    public Answer send(String method, String path, String json) throws IOException {
        return exchange(method, path, json.getBytes(StandardCharsets.UTF_8));
    }

    private Answer exchange(String method, String path, byte @Nullable [] body) throws IOException {
        try {
            if (socket == null) {
                open();
            }
            String head =
                    method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n"
                            + (body == null
                                    ? "\r\n"
                                    : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
            byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[first.length + (body == null ? 0 : body.length)];
            System.arraycopy(first, 0, all, 0, first.length);
            if (body != null) {
                System.arraycopy(body, 0, all, first.length, body.length);
            }
            out.write(all);
            out.flush();
            return answer();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(ANSWER_WITHIN_MILLIS);
        in = new BufferedInputStream(opened.getInputStream(), BUFFER);
        out = opened.getOutputStream();
        socket = opened;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean isChunked = false;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).trim();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> isChunked = value.equalsIgnoreCase("chunked");
                case "connection" -> isLast = value.equalsIgnoreCase("close");
                default -> {
                    // of no interest here
                }
            }
        }
        String body = isChunked ? chunks() : new String(exactly(length), StandardCharsets.UTF_8);
        if (isLast) {
            close();
        }
        return new Answer(status, body);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(new String(exactly(size), StandardCharsets.UTF_8));
            line();
        }
        line();
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** The next request opens it again. */
    @Override
    public void close() {
        Socket closing = socket;
        socket = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                throw new IllegalStateException("a connection cannot be closed", e);
            }
        }
    }
}
