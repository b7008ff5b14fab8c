package io.orderflow.command.platform.axon;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** How a command fails whose version another one has taken: nothing was written, and it may be decided again. */
final class LostRace {

    private LostRace() {}

    static boolean is(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
