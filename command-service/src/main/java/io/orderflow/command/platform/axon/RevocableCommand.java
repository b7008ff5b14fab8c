package io.orderflow.command.platform.axon;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/**
 * A command that its sender can call back while it is being decided, before anything of it is written: who has called it back
 * knows that it has no effect, now or later. It cannot be called back where nobody would respect that: before a handler in
 * this process has taken it up, and so never when another process handles it.
 *
 * @param <T> of the payload
 */
public final class RevocableCommand<T> extends GenericCommandMessage<T> {

    private static final long serialVersionUID = 1L;

    private enum State {
        SENT,
        BEING_DECIDED,
        BEING_WRITTEN,
        REVOKED
    }

    private final transient AtomicReference<State> state;

    /** The same command, revocable. */
    public RevocableCommand(CommandMessage<T> command) {
        this(command, new AtomicReference<>(State.SENT));
    }

    private RevocableCommand(CommandMessage<T> command, AtomicReference<State> state) {
        super(command, command.getCommandName());
        this.state = state;
    }

    /** Calls it back. False if that cannot be done: it may have its effect. */
    public boolean revoke() {
        return state.compareAndSet(State.BEING_DECIDED, State.REVOKED);
    }

    /**
     * From now on it can be called back: somebody decides it who will call {@link #beginWriting}. Also when that is done once
     * more, because nothing came of it before.
     *
     * @throws CommandRevoked if it was called back
     */
    public void decide() {
        become(State.BEING_DECIDED);
    }

    /**
     * From now on it cannot be called back.
     *
     * @throws CommandRevoked if it was called back
     */
    public void beginWriting() {
        become(State.BEING_WRITTEN);
    }

    private void become(State next) {
        if (state.updateAndGet(now -> now == State.REVOKED ? now : next) == State.REVOKED) {
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
