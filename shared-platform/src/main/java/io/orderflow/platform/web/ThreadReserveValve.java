package io.orderflow.platform.web;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.ProblemValve;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps some of the server's threads free of requests to the API, however many there are and however slowly their bodies
 * come: whoever asks whether the service is alive gets an answer, and so does the request that is one too many. A valve,
 * because only the server itself can be kept from waiting for the rest of a body that nobody wants.
 */
final class ThreadReserveValve extends ValveBase {

    private static final String PROBES = "/actuator/";
    private static final int SKIPPED_AT_MOST = 2 * 1024 * 1024;

    private final Semaphore threads;
    private final Supplier<RequestRoom> room;

    /**
     * @param requests how many requests may keep a thread at once; the server must have some more
     * @param room who else is to be asked
     */
    ThreadReserveValve(int requests, Supplier<RequestRoom> room) {
        super(true);
        this.threads = new Semaphore(requests);
        this.room = room;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isProbe(request) || request.isAsyncDispatching()) {
            // the latter was let in when it came, and must come to its end
            getNext().invoke(request, response);
        } else if (room.get().isThereFor(request.getMethod()) && threads.tryAcquire()) {
            try {
                getNext().invoke(request, response);
                finish(request, response);
            } finally {
                threads.release();
            }
        } else {
            // the status closes the connection: what comes after it is no request
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            ProblemValve.write(
                    request,
                    response,
                    new ProblemException(
                            ErrorCode.OVERLOADED, "There are too many requests; this one was not looked at"));
        }
    }

    /**
     * By the path as the server understands it, which is not always as it was sent, and is not there if it makes no sense.
     * Whatever has a body may keep its thread for long.
     */
    private static boolean isProbe(Request request) {
        @Nullable String path = request.getDecodedRequestURI();
        return path != null
                && path.startsWith(PROBES)
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    /**
     * The server would read the rest of the body after this valve, on a thread that nobody counts. What waits to be asked
     * for its body is not going to send it: the server closes that connection by itself.
     */
    private void finish(Request request, Response response) throws IOException {
        if (request.isAsync()
                || request.isFinished()
                || request.getCoyoteRequest().hasExpectation()) {
            return;
        }
        response.finishResponse();
        if (!skipBody(request)) {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** From the connection itself: the stream that the application was given may have been closed by it. */
    private boolean skipBody(Request request) {
        Skipped skipped = new Skipped();
        try {
            int left = SKIPPED_AT_MOST;
            int count = 0;
            while (count >= 0 && left > 0) {
                count = request.getCoyoteRequest().doRead(skipped);
                left -= count;
            }
            return count < 0;
        } catch (IOException e) {
            container.getLogger().debug("a caller did not send the rest of its request", e);
            return false;
        }
    }

    /** Where the server puts what it reads, which nobody looks at. */
    private static final class Skipped implements ApplicationBufferHandler {

        private ByteBuffer buffer = ApplicationBufferHandler.EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // the server's own buffers do
        }
    }
}
