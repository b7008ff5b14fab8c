package io.orderflow.platform.eventstore;

import java.util.Optional;
import java.util.UUID;

/** Finds what a command has left in the event store. */
@FunctionalInterface
public interface CommandTraces {

    /**
     * What a command has left, if it has been carried out and has changed something.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not answer
     */
    Optional<Trace> of(UUID commandId);

    /**
     * The last event of a command.
     *
     * @param stream the stream it is in
     * @param version its version there: that of its aggregate after the command
     * @param user who sent the command; empty if it does not say
     */
    record Trace(String stream, long version, String user) {}
}
