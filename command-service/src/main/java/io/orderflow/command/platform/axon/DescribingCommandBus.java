package io.orderflow.command.platform.axon;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the commands that Axon Server sends to this process, and describes each failure so that it can be told from the
 * others where the command came from. Not done by an interceptor: events are appended after these.
 */
final class DescribingCommandBus extends SimpleCommandBus {

    private static final Logger log = LoggerFactory.getLogger(DescribingCommandBus.class);

    DescribingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>dispatch(command, (handled, result) -> callback.onResult(handled, described(command, result)));
    }

    private static <R> CommandResultMessage<? extends R> described(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        if (!result.isExceptional() || result.exceptionDetails().isPresent()) {
            return result;
        }
        CommandFailure failure = CommandFailure.of(result.exceptionResult());
        if (failure.kind() == CommandFailure.Kind.FAILED) {
            log.error(
                    "command type={} commandId={} failed",
                    command.getPayloadType().getSimpleName(),
                    command.getIdentifier(),
                    result.exceptionResult());
        }
        // without a cause: the texts of all causes would be sent too
        return GenericCommandResultMessage.asCommandResultMessage(
                new CommandExecutionException(failure.kind().name(), null, failure));
    }
}
