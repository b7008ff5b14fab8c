package io.orderflow.command.platform.axon;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/**
 * A command that its sender can call back for as long as nothing of it is being written, or sent to another process: who has
 * called it back knows that it has no effect, now or later.
 *
 * @param <T> of the payload
 */
public final class RevocableCommand<T> extends GenericCommandMessage<T> {

    private static final long serialVersionUID = 1L;

    private enum State {
        OPEN,
        BEGUN,
        REVOKED
    }

    private final transient AtomicReference<State> state;

    /** The same command, revocable. */
    public RevocableCommand(CommandMessage<T> command) {
        this(command, new AtomicReference<>(State.OPEN));
    }

    private RevocableCommand(CommandMessage<T> command, AtomicReference<State> state) {
        super(command, command.getCommandName());
        this.state = state;
    }

    /** Calls it back. False if it is too late: it may have its effect. */
    public boolean revoke() {
        return state.compareAndSet(State.OPEN, State.REVOKED);
    }

    /**
     * From now on it cannot be called back. To be called before its effect, as often as that is tried.
     *
     * @throws CommandRevoked if it was called back
     */
    public void begin() {
        if (!state.compareAndSet(State.OPEN, State.BEGUN) && state.get() == State.REVOKED) {
            throw new CommandRevoked(getIdentifier());
        }
    }

    @Override
    public RevocableCommand<T> withMetaData(Map<String, ?> metaData) {
        return new RevocableCommand<>(super.withMetaData(metaData), state);
    }

    @Override
    public RevocableCommand<T> andMetaData(Map<String, ?> metaData) {
        return new RevocableCommand<>(super.andMetaData(metaData), state);
    }
}
