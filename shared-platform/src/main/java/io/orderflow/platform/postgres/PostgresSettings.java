package io.orderflow.platform.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the mode {@code postgres} keeps its data. The schemas {@code events}, {@code processes} and {@code read_models}
 * are created when they are missing.
 *
 * @param url the database of the events and of the command service's processes
 * @param username its user
 * @param password its password
 * @param readUrl the database of the read models; the same one if it is not given
 * @param readUsername its user; the same one if it is not given
 * @param readPassword its password; the same one if it is not given
 * @param statementTimeout how long a statement may take before it is given up, and the server taken for hung
 */
@ConfigurationProperties("orderflow.postgres")
public record PostgresSettings(
        @DefaultValue("jdbc:postgresql://localhost:5432/orderflow") String url,
        @DefaultValue("orderflow") String username,
        @DefaultValue("") String password,
        @Nullable String readUrl,
        @Nullable String readUsername,
        @Nullable String readPassword,
        @DefaultValue("2s") Duration statementTimeout) {

    /** Without the passwords: what is printed ends in a log. */
    @Override
    public String toString() {
        return "PostgresSettings[url=%s, username=%s, readUrl=%s, readUsername=%s, statementTimeout=%s]"
                .formatted(url, username, readUrl, readUsername, statementTimeout);
    }
}
