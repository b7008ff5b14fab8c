package io.orderflow.command.platform.dispatch;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.platform.eventstore.AppendOutcomeUnknown;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sends the command that a request stands for, and waits until it is committed or refused. */
@Component
public class CommandDispatcher {

    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);
    private static final String NOBODY = "anonymous";

    private final CommandGateway gateway;
    private final IdSource ids;
    private final Clock clock;
    private final Duration timeout;

    CommandDispatcher(CommandGateway gateway, IdSource ids, Clock clock, DispatchSettings settings) {
        this.gateway = gateway;
        this.ids = ids;
        this.clock = clock;
        this.timeout = settings.timeout();
    }

    /**
     * Sends a command on behalf of the present request.
     *
     * @return the aggregate's version after it
     * @throws ProblemException when it is refused, when its aggregate does not exist, and with OUTCOME_UNKNOWN when it
     *     is not answered in time, in which case it may still take effect
     */
    public long dispatch(Object command) {
        CommandMessage<Object> message = message(command);
        long start = System.nanoTime();
        String outcome = "unknown";
        try {
            CompletableFuture<Object> answer = gateway.send(message);
            long version = (Long) answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            outcome = "version " + version;
            return version;
        } catch (TimeoutException e) {
            throw unknown(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(message);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendOutcomeUnknown) {
                throw unknown(message);
            }
            RuntimeException failure = CommandFailures.of(command, e.getCause());
            outcome =
                    failure instanceof ProblemException problem ? problem.code().name() : "failed";
            throw failure;
        } finally {
            log.debug(
                    "command type={} commandId={} micros={} outcome=\"{}\"",
                    command.getClass().getSimpleName(),
                    message.getIdentifier(),
                    (System.nanoTime() - start) / 1_000,
                    outcome);
        }
    }

    private CommandMessage<Object> message(Object command) {
        String id = ids.next().toString();
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String correlationId = CorrelationId.of(request);
        Principal user = request.getUserPrincipal();
        Map<String, String> metadata = Map.of(
                MetadataKeys.COMMAND_ID, id,
                MetadataKeys.USER_ID, user == null ? NOBODY : user.getName(),
                MetadataKeys.CORRELATION_ID, correlationId,
                MetadataKeys.CAUSATION_ID, correlationId,
                MetadataKeys.ISSUED_AT, clock.instant().toString());
        return new GenericCommandMessage<>(
                new GenericMessage<>(id, command, metadata), command.getClass().getName());
    }

    private static ProblemException unknown(CommandMessage<?> message) {
        return new ProblemException(
                ErrorCode.OUTCOME_UNKNOWN, "Command " + message.getIdentifier() + " was not confirmed in time");
    }
}
