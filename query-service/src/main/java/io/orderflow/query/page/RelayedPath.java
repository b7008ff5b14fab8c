package io.orderflow.query.page;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.web.util.UriUtils;

/** Where on the command service a relayed request goes: the same path and query, as they were sent. */
final class RelayedPath {

    private RelayedPath() {}

    /** @throws ProblemException when the path has a step upwards in it, which would lead out of the API */
    static String of(HttpServletRequest request, String prefix) {
        String path = request.getRequestURI().substring(prefix.length());
        if (Arrays.stream(path.split("/")).anyMatch(RelayedPath::isStep)) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such resource");
        }
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static boolean isStep(String segment) {
        String name = UriUtils.decode(segment.split(";", 2)[0], StandardCharsets.UTF_8);
        return Arrays.stream(name.split("[/\\\\]")).anyMatch(part -> part.equals(".") || part.equals(".."));
    }
}
