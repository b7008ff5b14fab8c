package io.orderflow.command.platform.outcome;

import io.orderflow.api.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param outcome which of the three
 * @param type what it is about: {@code order}, {@code stock}, {@code customer}; only when it is done
 * @param id the order's, product's or customer's id; only when it is done
 * @param version the version that was answered; only when it is done
 * @param code why it was refused; only when it is refused
 */
public record CommandOutcome(
        Outcome outcome, @Nullable String type, @Nullable String id, @Nullable Long version, @Nullable ErrorCode code) {

    /** Nobody here can tell: it may be under way, or may never have come, or it was refused long ago or elsewhere. */
    static final CommandOutcome UNKNOWN = new CommandOutcome(Outcome.UNKNOWN, null, null, null, null);

    /** The three. */
    public enum Outcome {
        /** Carried out, and durable. */
        DONE,
        /** Without an effect. */
        REFUSED,
        /** None of the others is known. */
        UNKNOWN
    }

    /**
     * @param stream the event stream of what the command is about: its type, a hyphen, its id
     */
    static CommandOutcome done(String stream, long version) {
        int hyphen = stream.indexOf('-');
        return new CommandOutcome(
                Outcome.DONE, stream.substring(0, hyphen), stream.substring(hyphen + 1), version, null);
    }

    static CommandOutcome refused(ErrorCode code) {
        return new CommandOutcome(Outcome.REFUSED, null, null, null, code);
    }
}
