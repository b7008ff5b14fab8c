package io.orderflow.command.platform.dispatch;

import io.orderflow.command.platform.repetition.Digest;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a caller has given to one request, so that it can be sent again. It is the caller's own: the same name
 * sent by somebody else is another key.
 */
record IdempotencyKey(String caller, String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    /**
     * The key of a request, if it has one.
     *
     * @throws ProblemException when the header is there and is no key
     */
    static @Nullable IdempotencyKey of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !FORM.matcher(values.get(0)).matches()) {
            throw ProblemException.invalid(Violation.of(HEADER, "must be one of 1 to 255 visible ASCII characters"));
        }
        return new IdempotencyKey(Caller.of(request), values.get(0));
    }

    /** What stands for the key in metadata. */
    String digest() {
        return Digest.of(caller, value);
    }

    /** An id (UUIDv8) that is the same whenever the key is, and another one for each purpose. */
    UUID id(String purpose) {
        ByteBuffer bits = ByteBuffer.wrap(Digest.bytes(caller, value, purpose));
        return new UUID(bits.getLong() & ~0xf000L | VERSION_8, bits.getLong() & ~(3L << 62) | VARIANT);
    }
}
