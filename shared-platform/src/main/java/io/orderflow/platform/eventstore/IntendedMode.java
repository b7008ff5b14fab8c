package io.orderflow.platform.eventstore;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Whether files are what was asked for. A profile that is mistyped, or forgotten beside the address of a server, would
 * otherwise put the events where nobody looks for them, and without a word.
 */
final class IntendedMode {

    private static final String POSTGRES_URL = "orderflow.postgres.url";

    private IntendedMode() {}

    /**
     * Lets the embedded mode begin.
     *
     * @throws IllegalStateException when something else is likely to be meant
     */
    static void requireEmbedded(Environment environment) {
        List<String> profiles = Arrays.asList(environment.getActiveProfiles());
        if (!profiles.isEmpty()) {
            throw new IllegalStateException(
                    "there is no profile %s: activate postgres or axonserver, or none for files on this machine"
                            .formatted(profiles));
        }
        if (environment.containsProperty(POSTGRES_URL)) {
            throw new IllegalStateException(
                    "%s is set, but the profile postgres is not active: activate it, or take the setting away"
                            .formatted(POSTGRES_URL));
        }
    }
}
