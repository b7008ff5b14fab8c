package io.orderflow.query.platform.freshness;

import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has written and wants to see in the answer.
 *
 * @param versions the versions that the read model must hold, by aggregate id as it is in a route; empty for none
 * @param patience how long the caller waits at most
 */
record Awaited(Map<String, Long> versions, Duration patience) {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_SECONDS = 30;
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})(ms|s)?");
    private static final Pattern PREFER_WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?");
    private static final Pattern AFTER = Pattern.compile("(?<id>.{1,64}):(?<version>\\d{1,18})");
    private static final int MOST = 100;

    /**
     * Reads what a request says about waiting.
     *
     * @param id the id of the one aggregate that the route is about, or null for a list
     * @param canExist whether there can be an aggregate of an id
     * @throws ProblemException if it cannot be understood, or does not fit the route
     */
    static Awaited of(HttpServletRequest request, @Nullable String id, Predicate<String> canExist) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Long> versions = new HashMap<>();
        String minVersion = request.getParameter("minVersion");
        if (minVersion != null && id == null) {
            violations.add(Violation.of("minVersion", "is not known here; a list takes after=<id>:<version>"));
        } else if (minVersion != null
                && id != null
                && VERSION.matcher(minVersion).matches()) {
            if (canExist.test(id)) { // the route itself says what is wrong with it
                versions.put(id, Long.parseLong(minVersion));
            }
        } else if (minVersion != null) {
            violations.add(Violation.of("minVersion", "must be a version, a whole number from 0"));
        }
        readAfter(request.getParameterValues("after"), id, canExist, versions, violations);
        Duration patience = patience(request, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(violations));
        }
        return new Awaited(versions, patience);
    }

    private static void readAfter(
            String @Nullable [] given,
            @Nullable String id,
            Predicate<String> canExist,
            Map<String, Long> versions,
            List<Violation> violations) {
        if (given == null) {
            return;
        }
        if (id != null) {
            violations.add(Violation.of("after", "is not known here; a single read takes minVersion"));
            return;
        }
        String[] parts = String.join(",", given).split(",", MOST + 1);
        for (String part : parts) {
            Matcher matcher = AFTER.matcher(part.strip());
            if (!matcher.matches() || !canExist.test(matcher.group("id")) || parts.length > MOST) {
                violations.add(
                        Violation.of("after", "must be <id>:<version>, at most " + MOST + " separated by commas"));
                return;
            }
            versions.merge(matcher.group("id"), Long.parseLong(matcher.group("version")), Math::max);
        }
    }

    private static Duration patience(HttpServletRequest request, List<Violation> violations) {
        String wait = request.getParameter("wait");
        if (wait != null) {
            Matcher matcher = SECONDS.matcher(wait);
            if (matcher.matches()) {
                long number = Long.parseLong(matcher.group(1));
                Duration asked = "ms".equals(matcher.group(2)) ? Duration.ofMillis(number) : Duration.ofSeconds(number);
                if (asked.toSeconds() <= LONGEST_SECONDS) {
                    return asked;
                }
            }
            violations.add(Violation.of("wait", "must be like 5s or 500ms, at most " + LONGEST_SECONDS + "s"));
            return DEFAULT_PATIENCE;
        }
        Enumeration<String> preferences = request.getHeaders("Prefer");
        while (preferences != null && preferences.hasMoreElements()) {
            Matcher matcher = PREFER_WAIT.matcher(preferences.nextElement());
            if (matcher.find()) {
                // a preference is a wish: one that is too long is met as far as it goes
                return Duration.ofSeconds(Math.min(Long.parseLong(matcher.group(1)), LONGEST_SECONDS));
            }
        }
        return DEFAULT_PATIENCE;
    }
}
