package io.orderflow.command.platform.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands from HTTP are sent.
 *
 * @param timeout how long a caller waits for a command's outcome
 * @param decideWithin how long it waits until the command is decided and its events are being written; then the command is
 *     called back
 * @param atOnce how many commands are carried out at once
 * @param waiting how many more may wait for their turn; any other is refused at once
 * @param turnWait how long a command waits for its turn before it is refused
 */
@ConfigurationProperties("orderflow.command")
record DispatchSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2500ms") Duration decideWithin,
        @DefaultValue("32") int atOnce,
        @DefaultValue("64") int waiting,
        @DefaultValue("1s") Duration turnWait) {

    DispatchSettings {
        if (decideWithin.compareTo(timeout) > 0) {
            throw new IllegalArgumentException(
                    "orderflow.command.decide-within is longer than orderflow.command.timeout");
        }
    }
}
