package io.orderflow.command.platform.dispatch;

import io.orderflow.command.platform.repetition.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes two requests the same: the caller, the method, the address and what the body says. Not how it says it: the
 * order of properties, blanks, escapes, and properties that are null, make no difference.
 */
final class RequestFingerprint {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.WRITE_NULL_PROPERTIES)
            .build();

    private RequestFingerprint() {}

    /** The fingerprint of a request whose body, if any, has been read as JSON without a fault. */
    static String of(HttpServletRequest request) {
        List<String> parts = new ArrayList<>();
        parts.add(Caller.of(request));
        parts.add(request.getMethod());
        parts.add(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        parts.add(canonical(ReceivedBody.of(request)));
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            parts.add(name);
            parts.addAll(List.of(values));
        });
        return Digest.of(parts.toArray(String[]::new));
    }

    private static String canonical(byte[] body) {
        return body.length == 0 ? "" : CANONICAL.writeValueAsString(CANONICAL.readTree(body));
    }
}
