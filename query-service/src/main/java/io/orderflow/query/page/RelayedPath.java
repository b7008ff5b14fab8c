package io.orderflow.query.page;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.web.util.UriUtils;

/** Where on the command service a relayed request goes: the same path and query, as they were sent. */
final class RelayedPath {

    private static final String API = "/api/v1/";

    private RelayedPath() {}

    /**
     * Finds it.
     *
     * @param prefix of the relay's own paths
     * @throws ProblemException when it is not within the API, as it was sent: with a step upwards in it, or with something
     *     before it that would be taken for another server's name
     */
    static String of(HttpServletRequest request, String prefix) {
        String sent = request.getRequestURI();
        if (!sent.startsWith(prefix + API) || Arrays.stream(sent.split("/")).anyMatch(RelayedPath::isStep)) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such resource");
        }
        String path = sent.substring(prefix.length());
        String full = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        try {
            return URI.create(full).toString();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The address cannot be read");
        }
    }

    private static boolean isStep(String segment) {
        String name = UriUtils.decode(segment.split(";", 2)[0], StandardCharsets.UTF_8);
        return Arrays.stream(name.split("[/\\\\]")).anyMatch(part -> part.equals(".") || part.equals(".."));
    }
}
