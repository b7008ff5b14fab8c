package io.orderflow.command.platform.axon;

import java.time.Duration;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The locks that let one command at a time work on an aggregate. Each aggregate names them in its annotation. */
@Configuration(proxyBeanMethods = false)
class LockConfiguration {

    /** A wait in a few long pieces: who begins a new piece goes to the end of the queue, and looks for deadlocks first. */
    private static final int PIECES = 4;

    /** Axon makes the last of them no wait at all, and counts the look before the first. */
    private static final int NOT_WAITED = 2;

    /** Axon's own wait a minute, longer than any caller does. */
    @Bean
    LockFactory aggregateLocks(CommandServiceSettings settings) {
        return locks(settings.lockWait());
    }

    static LockFactory locks(Duration wait) {
        return PessimisticLockFactory.builder()
                .lockAttemptTimeout(Math.toIntExact(wait.toMillis() / PIECES))
                .acquireAttempts(PIECES + NOT_WAITED)
                .build();
    }
}
