package io.orderflow.query.platform.paging;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the query bus for the routes: waits a limited time, and turns what can go wrong into problems. */
@Component
public class Answers {

    private static final long PATIENCE_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final QueryGateway queries;

    Answers(QueryGateway queries) {
        this.queries = queries;
    }

    /** The answer to a question that always has one. */
    public <T> T to(Object query, Class<T> type) {
        return ask(query, ResponseTypes.instanceOf(type));
    }

    /** The answer to a question about something that may not exist. */
    public <T> Optional<T> ifAny(Object query, Class<T> type) {
        return ask(query, ResponseTypes.optionalInstanceOf(type));
    }

    /** The answer to a question about several things. */
    public <T> List<T> all(Object query, Class<T> type) {
        return ask(query, ResponseTypes.multipleInstancesOf(type));
    }

    private <R> R ask(Object query, ResponseType<R> type) {
        long start = System.nanoTime();
        boolean answered = false;
        try {
            CompletableFuture<R> answer = queries.query(query, type);
            R result = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            answered = true;
            return result;
        } catch (ExecutionException e) {
            throw problemOf(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The read model did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The service is stopping");
        } finally {
            log.atDebug()
                    .addKeyValue("query", query.getClass().getSimpleName())
                    .addKeyValue("answered", answered)
                    .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start))
                    .log("query");
        }
    }

    private static RuntimeException problemOf(Throwable cause) {
        if (cause instanceof NoHandlerForQueryException) {
            return new ProblemException(ErrorCode.NO_HANDLER, "No read model of this service answers this question");
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
