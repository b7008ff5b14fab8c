package io.orderflow.command.platform.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands from HTTP are sent.
 *
 * @param timeout how long a caller waits for a command's outcome
 */
@ConfigurationProperties("orderflow.command")
record DispatchSettings(@DefaultValue("10s") Duration timeout) {}
