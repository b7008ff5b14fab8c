package io.orderflow.query.platform.generation;

import io.orderflow.platform.problem.Outage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has stopped processors last, whichever replica they ran on. */
public final class ProjectionFailures {

    /** Two failures that are further apart have nothing to do with each other: a segment is tried again after 3 s. */
    private static final Duration IN_A_ROW = Duration.ofSeconds(10);

    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(ProjectionFailures.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    /** @param dataSource of connections that look into the read models' own schema */
    ProjectionFailures(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** Notes that a processor has failed. An outage of the database is not noted: it could not be, and is seen anyway. */
    void note(String processor, @Nullable Throwable error) {
        Instant now = clock.instant();
        Instant before = noted.getOrDefault(processor, Instant.EPOCH);
        if (error == null
                || Outage.isCauseOf(error)
                || before.plus(NOT_AGAIN_WITHIN).isAfter(now)) {
            return;
        }
        noted.put(processor, now);
        try {
            boolean known = jdbc.sql("update projection_failure set failed_at = :now, cause = :cause, failing_since ="
                                    + " case when failed_at > :lately then failing_since else :now end"
                                    + " where processor_name = :processor")
                            .param("lately", now.minus(IN_A_ROW).atOffset(ZoneOffset.UTC))
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .param("cause", error.getClass().getSimpleName())
                            .param("processor", processor)
                            .update()
                    == 1;
            if (!known) {
                jdbc.sql("insert into projection_failure (processor_name, failing_since, failed_at, cause)"
                                + " values (?, ?, ?, ?)")
                        .params(
                                processor,
                                now.atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC),
                                error.getClass().getSimpleName())
                        .update();
            }
        } catch (DataAccessException e) { // the processor fails again soon, or another replica has noted it just now
            log.debug("a failure of {} is not noted", processor, e);
        }
    }

    /** The last failure of each processor that has failed, by the processor's name. */
    public Map<String, Failure> all() {
        return jdbc.sql("select * from projection_failure").query(ProjectionFailures::failure).list().stream()
                .collect(Collectors.toMap(Failure::processor, failure -> failure));
    }

    private static Failure failure(ResultSet row, int number) throws SQLException {
        return new Failure(
                row.getString("processor_name"),
                row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"));
    }

    /**
     * A failure.
     *
     * @param since when the first of those in a row was seen
     * @param at when the last one was
     * @param cause what kind of exception; its text may hold data that are nobody's business here
     */
    public record Failure(String processor, Instant since, Instant at, String cause) {

        /** Whether it is likely to be seen again: it was a moment ago. */
        public boolean isRecent(Instant now) {
            return at.plus(IN_A_ROW).isAfter(now);
        }

        /** Whether it has been seen more than once. */
        public boolean isRepeated() {
            return at.isAfter(since);
        }
    }
}
