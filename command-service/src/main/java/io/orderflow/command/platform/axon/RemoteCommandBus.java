package io.orderflow.command.platform.axon;

import io.orderflow.platform.eventstore.AppendOutcomeUnknown;
import io.orderflow.platform.eventstore.AxonServerGone;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Sends commands by way of Axon Server. Who sends one sees the same exceptions as if it were handled in his own process,
 * and is told at once when there is no connection; where the connection is lost while a command is on its way, that its
 * outcome is unknown.
 */
final class RemoteCommandBus extends AxonServerCommandBus {

    private final AxonServerConnectionManager connections;
    private final String context;
    private final Set<String> handledHere = ConcurrentHashMap.newKeySet();

    RemoteCommandBus(Builder builder, AxonServerConnectionManager connections, String context) {
        super(builder);
        this.connections = connections;
        this.context = context;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handledHere.add(commandName);
        return super.subscribe(commandName, handler);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (!connections.getConnection(context).isConnected()) {
            callback.onResult(
                    command,
                    GenericCommandResultMessage.asCommandResultMessage(
                            new DataAccessResourceFailureException("there is no connection to Axon Server")));
            return;
        }
        super.<C, R>dispatch(command, (sent, result) -> callback.onResult(sent, asIfHandledHere(sent, result)));
    }

    private <R> CommandResultMessage<? extends R> asIfHandledHere(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        return result.isExceptional()
                ? GenericCommandResultMessage.asCommandResultMessage(asIfHandledHere(command, result.exceptionResult()))
                : result;
    }

    private Throwable asIfHandledHere(CommandMessage<?> command, Throwable failure) {
        if (failure instanceof CommandExecutionException e
                && e.getDetails().orElse(null) instanceof CommandFailure described) {
            return described.asException(failure);
        }
        if (failure instanceof NoHandlerForCommandException && handledHere.contains(command.getCommandName())) {
            // after a reconnection it takes a moment until Axon Server knows who handles what
            return new DataAccessResourceFailureException("Axon Server does not know the handlers yet", failure);
        }
        boolean lostOnItsWay =
                AxonServerGone.isCauseOf(failure) || failure instanceof AxonServerCommandDispatchException;
        return lostOnItsWay ? new AppendOutcomeUnknown(failure) : failure;
    }
}
