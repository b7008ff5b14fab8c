package io.orderflow.query.platform.deadletter;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;

/**
 * How often an event has been tried and when it is tried again; kept with the letter.
 *
 * @param made how often it has failed; 0 for one that only waits for those before it
 * @param next when it is tried again by itself
 */
record LetterAttempts(int made, Instant next) {

    private static final String MADE = "attempts";
    private static final String NEXT = "nextAttempt";

    static LetterAttempts of(DeadLetter<?> letter) {
        return of(letter.diagnostics());
    }

    static LetterAttempts of(MetaData diagnostics) {
        Object made = diagnostics.getOrDefault(MADE, 0);
        Object next = diagnostics.getOrDefault(NEXT, Instant.EPOCH.toString());
        return new LetterAttempts(Integer.parseInt(made.toString()), Instant.parse(next.toString()));
    }

    static LetterAttempts first(Instant now, Duration pause) {
        return new LetterAttempts(1, now.plus(pause));
    }

    /** After one more failure: each pause is twice as long as the one before. */
    LetterAttempts failed(Instant now, Duration firstPause) {
        return new LetterAttempts(made + 1, now.plus(firstPause.multipliedBy(1L << Math.min(made, 20))));
    }

    MetaData asDiagnostics() {
        return MetaData.with(MADE, made).and(NEXT, next.toString());
    }
}
