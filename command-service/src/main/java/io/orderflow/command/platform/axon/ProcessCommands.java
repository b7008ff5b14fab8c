package io.orderflow.command.platform.axon;

import io.orderflow.api.error.Refusal;
import io.orderflow.api.metadata.MetadataKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends the commands that follow from an event, and waits until they are committed. On other threads: on the event
 * handler's thread a command would be part of its unit of work, and be appended only when that is committed. Should the
 * handler fail afterwards, the event comes again and the commands with it, so a process sends only commands that may be
 * repeated.
 */
@Component
public class ProcessCommands implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProcessCommands.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int THREADS = 12;

    private final CommandGateway gateway;
    private final Clock clock;
    private final ExecutorService senders =
            Executors.newFixedThreadPool(THREADS, new AxonThreadFactory("process-commands"));

    public ProcessCommands(CommandGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Sends one command. A refusal is logged and passed over: it is final, and the process must go on.
     *
     * @param process who sends it
     * @param command the command
     * @throws RuntimeException when the command could not be carried out for the moment; the event is then to be retried
     */
    public void send(String process, Object command) {
        sendAll(process, List.of(command));
    }

    /**
     * Sends commands to different aggregates side by side, and waits for all of them.
     *
     * @param process who sends them
     * @param commands the commands
     * @throws RuntimeException when one of them could not be carried out for the moment
     */
    public void sendAll(String process, List<?> commands) {
        List<CompletableFuture<Void>> sent = commands.stream()
                // the message is made here, where the event that led to it is the current one
                .map(command -> message(process, command))
                .map(message -> CompletableFuture.runAsync(() -> carryOut(process, message), senders))
                .toList();
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            // the event comes again and its commands with it: what has not begun must not pile up meanwhile
            sent.forEach(command -> command.cancel(false));
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private GenericCommandMessage<Object> message(String process, Object command) {
        return new GenericCommandMessage<>(
                command,
                Map.of(
                        MetadataKeys.USER_ID,
                        process,
                        MetadataKeys.ISSUED_AT,
                        clock.instant().toString()));
    }

    private void carryOut(String process, GenericCommandMessage<Object> message) {
        try {
            sendInTurn(message);
        } catch (CommandExecutionException e) {
            Refusal refusal = e.<Refusal>getDetails().orElseThrow(() -> e);
            log.error(
                    "process command refused process={} command={} commandId={} code={} detail=\"{}\"",
                    process,
                    message.getPayloadType().getSimpleName(),
                    message.getIdentifier(),
                    refusal.code(),
                    refusal.detail());
        }
    }

    /** Many callers may want the same aggregate, and a process that gave way to them would hold up the events behind. */
    private void sendInTurn(GenericCommandMessage<Object> message) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                gateway.sendAndWait(message);
                return;
            } catch (LockAcquisitionFailedException | ConcurrencyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void destroy() {
        senders.shutdown();
    }
}
