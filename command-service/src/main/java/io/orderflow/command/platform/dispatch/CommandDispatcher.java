package io.orderflow.command.platform.dispatch;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.command.platform.axon.RevocableCommand;
import io.orderflow.command.platform.outcome.CommandOutcomes;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import io.orderflow.platform.eventstore.AppendOutcomeUnknown;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.platform.web.CorrelationId;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sends the command that a request stands for, and waits until it is committed or refused. */
@Component
public class CommandDispatcher {

    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);
    /** On every answer to a command: the id under which {@code GET /api/v1/commands/{id}} knows it. */
    static final String COMMAND_ID = "X-Command-Id";
    /** On an answer that was given before, and now again without another effect. */
    static final String REPLAYED = "Idempotent-Replayed";

    private static final long END_WITHIN_SECONDS = 3;

    private final CommandGateway gateway;
    private final Clock clock;
    private final Duration timeout;
    private final Duration decideWithin;
    private final CommandLimit limit;
    private final CommandOutcomes outcomes;
    /** Not the callers' own: a store that stands still must not keep them. As many as commands have turns. */
    private final ExecutorService workers = Executors.newCachedThreadPool(new AxonThreadFactory("command"));

    CommandDispatcher(
            CommandGateway gateway,
            Clock clock,
            DispatchSettings settings,
            CommandLimit limit,
            CommandOutcomes outcomes) {
        this.gateway = gateway;
        this.clock = clock;
        this.limit = limit;
        this.outcomes = outcomes;
        this.timeout = settings.timeout();
        this.decideWithin = settings.decideWithin();
    }

    /** Ends the threads when nobody can be answered any more. */
    @PreDestroy
    void close() throws InterruptedException {
        workers.shutdown();
        workers.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Sends a command about something that exists, on behalf of the present request. When the request has a key and was
     * carried out before, nothing happens and the answer is that of the first time.
     *
     * @return the aggregate's version after it
     * @throws ProblemException when it is refused, when its aggregate does not exist or has not the version that the
     *     request expects, with OVERLOADED when there are too many commands, and with OUTCOME_UNKNOWN when it is not answered in time, in which case it may still take
     *     effect
     */
    public long dispatch(Object command) {
        ServletRequestAttributes exchange = currentExchange();
        HttpServletRequest request = exchange.getRequest();
        Map<String, String> metadata = new HashMap<>();
        @Nullable IdempotencyKey key = IdempotencyKey.of(request);
        if (key != null) {
            metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key.digest());
            metadata.put(MetadataKeys.REQUEST_FINGERPRINT, RequestFingerprint.of(request));
        }
        @Nullable String expectedVersion = IfMatch.version(request);
        if (expectedVersion != null) {
            metadata.put(MetadataKeys.EXPECTED_VERSION, expectedVersion);
        }
        return send(message(command, exchange, key, metadata), exchange);
    }

    /**
     * Sends a command that makes something, on behalf of the present request. When the same request has made it before,
     * with this key, with another one or without, nothing happens and the answer is that of the first time.
     *
     * @return the aggregate's version after it
     * @throws ProblemException when it is refused, when the request expects a version, with OVERLOADED when there are too
     *     many commands, and with OUTCOME_UNKNOWN when it is
     *     not answered in time, in which case it may still take effect
     */
    public long create(Object command) {
        ServletRequestAttributes exchange = currentExchange();
        HttpServletRequest request = exchange.getRequest();
        if (IfMatch.isGiven(request)) {
            throw ProblemException.invalid(
                    Violation.of(HttpHeaders.IF_MATCH, "is for what exists already, and this request makes something"));
        }
        Map<String, String> metadata = new HashMap<>();
        @Nullable IdempotencyKey key = IdempotencyKey.of(request);
        if (key != null) {
            metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key.digest());
        }
        metadata.put(MetadataKeys.REQUEST_FINGERPRINT, RequestFingerprint.of(request));
        metadata.put(MetadataKeys.CREATES, Boolean.TRUE.toString());
        return send(message(command, exchange, key, metadata), exchange);
    }

    private long send(RevocableCommand<Object> message, ServletRequestAttributes exchange) {
        long start = System.nanoTime();
        String outcome = "unknown";
        try {
            CompletableFuture<Object> answer =
                    limit.carryOut(CommandSubject.stream(message.getPayload()).orElse(""), () -> carryOut(message));
            // also when nobody waits for it any more
            answer = answer.whenComplete((result, failure) -> remember(message, result, failure));
            Object result = await(answer, message, start);
            if (result instanceof RepeatedAnswer repeated) {
                outcome = "repeated version " + repeated.version();
                Objects.requireNonNull(exchange.getResponse()).setHeader(REPLAYED, Boolean.TRUE.toString());
                return repeated.version();
            }
            outcome = "version " + result;
            return (Long) result;
        } catch (ProblemException refused) {
            outcome = refused.code().name();
            throw refused;
        } catch (TimeoutException e) {
            throw unknown(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(message);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendOutcomeUnknown) {
                throw unknown(message);
            }
            RuntimeException failure = CommandFailures.of(message.getPayload(), e.getCause());
            outcome =
                    failure instanceof ProblemException problem ? problem.code().name() : "failed";
            throw failure;
        } finally {
            log.debug(
                    "command type={} commandId={} micros={} outcome=\"{}\"",
                    message.getPayloadType().getSimpleName(),
                    message.getIdentifier(),
                    (System.nanoTime() - start) / 1_000,
                    outcome);
        }
    }

    private CompletableFuture<Object> carryOut(CommandMessage<Object> message) {
        @Nullable Map<String, String> logged = MDC.getCopyOfContextMap();
        return CompletableFuture.supplyAsync(
                        () -> {
                            MDC.setContextMap(logged == null ? Map.of() : logged);
                            try {
                                return gateway.<Object>send(message);
                            } finally {
                                MDC.clear();
                            }
                        },
                        workers)
                .thenCompose(Function.identity());
    }

    /**
     * @throws ProblemException with UNAVAILABLE if the command is called back, because nothing of it was written in time
     * @throws TimeoutException if something of it was perhaps written, and it does not end in time
     */
    private Object await(CompletableFuture<Object> answer, RevocableCommand<?> message, long start)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(left(decideWithin, start), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (message.revoke()) {
                throw new ProblemException(
                        ErrorCode.UNAVAILABLE, "The store is slow: this request was given up and changed nothing");
            }
            return answer.get(left(timeout, start), TimeUnit.NANOSECONDS);
        }
    }

    private static long left(Duration time, long start) {
        return Math.max(0, time.toNanos() - (System.nanoTime() - start));
    }

    private void remember(CommandMessage<?> message, @Nullable Object result, @Nullable Throwable failure) {
        UUID id = UUID.fromString(message.getIdentifier());
        String caller = String.valueOf(message.getMetaData().get(MetadataKeys.USER_ID));
        if (result != null) {
            long version = result instanceof RepeatedAnswer repeated ? repeated.version() : (Long) result;
            CommandSubject.stream(message.getPayload()).ifPresent(stream -> outcomes.done(id, caller, stream, version));
        } else if (failure != null
                && CommandFailures.of(message.getPayload(), original(failure)) instanceof ProblemException refusal
                && isForGood(refusal)) {
            outcomes.refused(id, caller, refusal.code());
        }
    }

    private static Throwable original(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Failures of ours may come by the thousand, and would push out the refusals that somebody asks for. */
    private static boolean isForGood(ProblemException refusal) {
        return refusal.code().status() < HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    /** The command of a request with a key has the same id whenever the request is sent: the key stands for one outcome. */
    private static String idOf(@Nullable IdempotencyKey key, Map<String, String> metadata) {
        UUID id = key == null
                ? UuidCreator.getTimeOrderedEpoch()
                : key.id("command " + metadata.get(MetadataKeys.REQUEST_FINGERPRINT));
        return id.toString();
    }

    private RevocableCommand<Object> message(
            Object command,
            ServletRequestAttributes exchange,
            @Nullable IdempotencyKey key,
            Map<String, String> metadata) {
        HttpServletRequest request = exchange.getRequest();
        String id = idOf(key, metadata);
        Objects.requireNonNull(exchange.getResponse()).setHeader(COMMAND_ID, id);
        String correlationId = CorrelationId.of(request);
        metadata.put(MetadataKeys.COMMAND_ID, id);
        metadata.put(MetadataKeys.USER_ID, Caller.of(request));
        metadata.put(MetadataKeys.CORRELATION_ID, correlationId);
        metadata.put(MetadataKeys.CAUSATION_ID, correlationId);
        metadata.put(MetadataKeys.ISSUED_AT, clock.instant().toString());
        return new RevocableCommand<>(new GenericCommandMessage<>(
                new GenericMessage<>(id, command, metadata), command.getClass().getName()));
    }

    private static ServletRequestAttributes currentExchange() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }

    private static ProblemException unknown(CommandMessage<?> message) {
        String id = message.getIdentifier();
        return new ProblemException(
                ErrorCode.OUTCOME_UNKNOWN,
                "Command %s was not confirmed in time; GET /api/v1/commands/%s says what became of it"
                        .formatted(id, id));
    }
}
