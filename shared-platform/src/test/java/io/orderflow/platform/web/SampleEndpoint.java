package io.orderflow.platform.web;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that accept, refuse and fail in every way there is. */
@RestController
@RequestMapping(path = "/sample", produces = MediaType.APPLICATION_JSON_VALUE)
class SampleEndpoint {

    static final String SECRET = "jdbc:h2:secret";

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> accept(@RequestBody @Valid Sample sample) {
        return Map.of("length", sample.text().length());
    }

    @GetMapping("/{id}")
    Answer read(@PathVariable UUID id, @RequestParam(defaultValue = "1") @Min(1) @Max(100) int page) {
        return new Answer(id, null);
    }

    @GetMapping("/required")
    Answer required(@RequestParam int size) {
        return new Answer(null, size);
    }

    @GetMapping("/named/{name}")
    Map<String, String> named(@PathVariable String name) {
        return Map.of("name", name);
    }

    @GetMapping("/correlation")
    Map<String, String> correlation(HttpServletRequest request) {
        return Map.of("id", CorrelationId.of(request));
    }

    @GetMapping("/failing/{how}")
    void fail(@PathVariable String how) throws Exception {
        throw switch (how) {
            case "refused" -> new ProblemException(ErrorCode.ORDER_NOT_PENDING, "It is SHIPPED");
            case "wrapped" -> new IllegalStateException(new ProblemException(ErrorCode.LAST_LINE, "One line is left"));
            case "no-database" -> new DataAccessResourceFailureException(SECRET);
            case "slow-database" -> new QueryTimeoutException(SECRET);
            case "no-transaction" -> new CannotCreateTransactionException(SECRET);
            case "no-rollback" -> new TransactionSystemException(SECRET, new SQLException("Connection is closed"));
            case "no-lock" -> new LockAcquisitionFailedException(SECRET);
            case "no-connection" ->
                new EventStoreException(SECRET, new SQLTransientConnectionException("no connection in the pool"));
            case "broken-connection" -> new EventStoreException(SECRET, new SQLException(SECRET, "08006"));
            case "ended-connection" ->
                new EventStoreException(SECRET, new SQLException(SECRET, "08006", new EOFException()));
            case "reset-connection" ->
                new DataAccessResourceFailureException(SECRET, new SocketException("Connection reset by peer"));
            case "broken-pipe" -> new DataAccessResourceFailureException(SECRET, new IOException("Broken pipe"));
            case "h2-gone" -> new EventStoreException(SECRET, new SQLException(SECRET, "90098", 90098));
            case "batch-lock-timeout" -> {
                SQLException batch = new BatchUpdateException(SECRET, new int[0]);
                batch.setNextException(new SQLException(SECRET, "HYT00", 50200));
                yield new EventStoreException(SECRET, batch);
            }
            case "bad-sql" -> new EventStoreException(SECRET, new SQLException(SECRET, "42S02", 42102));
            case "checked" -> new Exception(SECRET);
            default -> new IllegalStateException(SECRET);
        };
    }

    record Sample(
            @NotNull @PlainText(max = 300_000) String text,
            @Nullable @Min(1) Integer count,
            @Nullable Long big,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable UUID id,
            @Nullable List<@NotNull @Valid Part> parts) {}

    record Part(@PlainText(max = 3, trimmed = true) String name, int size) {}

    record Answer(@Nullable UUID id, @Nullable Integer size) {}
}
