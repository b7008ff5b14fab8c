package io.orderflow.query.page;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the page reaches the command service.
 *
 * @param commandUrl address of the command service, as this service reaches it
 * @param commandTimeout how long an answer may take; longer than the command service's own time-out, so that it is the
 *     one who says what became of a command
 */
@ConfigurationProperties("orderflow.page")
record PageSettings(
        @DefaultValue("http://localhost:8080") URI commandUrl, @DefaultValue("15s") Duration commandTimeout) {}
