package io.orderflow.command.platform.dispatch;

import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The version that a request expects, from its {@code If-Match} header. What a view of the query service has behind its
 * version is about what no command can change.
 */
final class IfMatch {

    private static final String ANY = "*";
    private static final Pattern ONE_VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})(-[0-9a-f]{1,32})?\"");

    private IfMatch() {}

    static boolean isGiven(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_MATCH) != null;
    }

    /**
     * The version, or null when any will do.
     *
     * @throws ProblemException when the header is there and names no version
     */
    static @Nullable String version(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (values.isEmpty() || values.equals(List.of(ANY))) {
            return null;
        }
        Matcher version = ONE_VERSION.matcher(values.get(0));
        if (values.size() > 1 || !version.matches()) {
            throw ProblemException.invalid(
                    Violation.of(HttpHeaders.IF_MATCH, "must be one version in quotes, as the ETag has it, or *"));
        }
        return version.group(1);
    }
}
