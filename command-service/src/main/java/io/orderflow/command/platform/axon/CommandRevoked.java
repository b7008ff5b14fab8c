package io.orderflow.command.platform.axon;

import java.io.Serial;

/** A command was not carried out, because its sender had called it back. */
final class CommandRevoked extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    CommandRevoked(String commandId) {
        super("command " + commandId + " was called back");
    }
}
