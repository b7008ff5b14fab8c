package io.orderflow.query.platform.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The generations as they are recorded in the database, the same for all replicas. */
public final class GenerationTable {

    private static final String ALL =
            "select * from projection_generation where state <> 'DROPPED' order by group_name, generation";
    private static final String LATEST_OF =
            "select * from projection_generation where group_name = ? order by generation desc";
    private static final String INSERT =
            "insert into projection_generation (group_name, generation, definition, state, prepared, started_at, target,"
                    + " wanted_at, switched_at, ended_at, outcome) values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param dataSource of connections that look into the read models' own schema */
    GenerationTable(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    /** All that have not been dropped, by group and number. */
    public List<GenerationRow> all() {
        return jdbc.sql(ALL).query(GenerationTable::row).list();
    }

    /** All of a group, the newest first. */
    public List<GenerationRow> of(String group) {
        return jdbc.sql(LATEST_OF).param(group).query(GenerationTable::row).list();
    }

    /**
     * Begins a generation, unless one of this definition is there that does as well.
     *
     * @param head the index of the newest event
     */
    void ensure(String group, String definition, long head) {
        transaction.executeWithoutResult(status -> {
            List<GenerationRow> present = lock(group);
            boolean isThere = present.stream()
                    .anyMatch(row -> row.definition().equals(definition)
                            && (row.is(GenerationState.LIVE) || row.is(GenerationState.BUILDING)));
            if (!isThere) {
                boolean isFirst = present.stream().noneMatch(row -> row.is(GenerationState.LIVE));
                insert(next(present, group), definition, head, isFirst);
            }
        });
    }

    /**
     * Begins to build another generation beside the live one.
     *
     * @return empty if one is being built already
     */
    public Optional<Generation> begin(String group, String definition, long head) {
        try {
            return transaction.execute(status -> {
                List<GenerationRow> present = lock(group);
                if (present.stream()
                        .anyMatch(row -> row.is(GenerationState.BUILDING)
                                && row.definition().equals(definition))) {
                    return Optional.<Generation>empty();
                }
                Generation next = next(present, group);
                insert(next, definition, head, false);
                return Optional.of(next);
            });
        } catch (DuplicateKeyException e) { // somebody has begun one at the same moment
            return Optional.empty();
        }
    }

    /** Gives up a generation that is being built; false if it is not. */
    public boolean giveUp(Generation generation, ReplayOutcome outcome, @Nullable String cause) {
        return jdbc.sql("update projection_generation set state = 'RETIRED', retired_at = :now, ended_at = :now,"
                                + " outcome = :outcome, cause = :cause"
                                + " where group_name = :group and generation = :number and state = 'BUILDING'")
                        .param("now", now())
                        .param("outcome", outcome.name())
                        .param("cause", cause)
                        .param("group", generation.group())
                        .param("number", generation.number())
                        .update()
                == 1;
    }

    /**
     * Makes a generation live and retires the one that was, both or neither. To be called in a transaction.
     *
     * @return false if it is no longer being built
     */
    boolean switchTo(GenerationRow next) {
        int switched = jdbc.sql("update projection_generation set state = 'LIVE', switched_at = :now, ended_at = :now,"
                        + " outcome = 'DONE' where group_name = :group and generation = :number and state = 'BUILDING'")
                .param("now", now())
                .param("group", next.group())
                .param("number", next.generation().number())
                .update();
        if (switched == 1) {
            jdbc.sql("update projection_generation set state = 'RETIRED', retired_at = :now"
                            + " where group_name = :group and generation < :number and state = 'LIVE'"
                            + " and definition = :definition")
                    .param("now", now())
                    .param("group", next.group())
                    .param("number", next.generation().number())
                    .param("definition", next.definition())
                    .update();
        }
        return switched == 1;
    }

    /** Says that a generation's tables are there; false if it is no longer wanted. */
    boolean prepared(Generation generation) {
        return jdbc.sql("update projection_generation set prepared = true"
                                + " where group_name = ? and generation = ? and state in ('LIVE', 'BUILDING')")
                        .params(generation.group(), generation.number())
                        .update()
                == 1;
    }

    void retire(Generation generation) {
        jdbc.sql("update projection_generation set state = 'RETIRED', retired_at = ?"
                        + " where group_name = ? and generation = ? and state = 'LIVE'")
                .params(now(), generation.group(), generation.number())
                .update();
    }

    void dropped(Generation generation) {
        update("state = 'DROPPED'", generation);
    }

    /** How many sequences a generation's dead letters hold back. */
    long sequencesHeldBack(GenerationRow row) {
        return jdbc.sql("select count(distinct sequence_identifier) from dead_letter where processor_name = ?")
                .param(row.generation().processor())
                .query(Long.class)
                .single();
    }

    /** Takes a generation's row until the end of the transaction; false if another transaction has it. */
    boolean isMine(Generation generation) {
        return !jdbc.sql("select generation from projection_generation where group_name = ? and generation = ?"
                        + " for update skip locked")
                .params(generation.group(), generation.number())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Says that replicas of this definition are there. */
    void want(String group, String definition) {
        jdbc.sql("update projection_generation set wanted_at = ? where group_name = ? and definition = ?"
                        + " and state in ('LIVE', 'BUILDING')")
                .params(now(), group, definition)
                .update();
    }

    /** The groups that stand still because somebody wants it. */
    public Set<String> paused() {
        return new HashSet<>(jdbc.sql("select group_name from projection_pause")
                .query(String.class)
                .list());
    }

    /** Makes a group stand still on all replicas; it does so already if this returns false. */
    public boolean pause(String group) {
        return jdbc.sql("insert into projection_pause (group_name, paused_at) select :group, :now"
                                + " where not exists (select 1 from projection_pause where group_name = :group)")
                        .param("group", group)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Makes a group go on; false if it did not stand still. */
    public boolean resume(String group) {
        return jdbc.sql("delete from projection_pause where group_name = ?")
                        .param(group)
                        .update()
                == 1;
    }

    <T> @Nullable T inTransaction(TransactionCallback<T> work) {
        return transaction.execute(work);
    }

    private List<GenerationRow> lock(String group) {
        return jdbc.sql(LATEST_OF + " for update")
                .param(group)
                .query(GenerationTable::row)
                .list();
    }

    private static Generation next(List<GenerationRow> present, String group) {
        int last = present.stream()
                .mapToInt(row -> row.generation().number())
                .max()
                .orElse(0);
        return new Generation(group, last + 1);
    }

    private void insert(Generation generation, String definition, long head, boolean live) {
        OffsetDateTime now = now();
        jdbc.sql(INSERT)
                .params(
                        generation.group(),
                        generation.number(),
                        definition,
                        (live ? GenerationState.LIVE : GenerationState.BUILDING).name(),
                        now,
                        head,
                        now,
                        live ? now : null,
                        live ? now : null,
                        live ? ReplayOutcome.DONE.name() : null)
                .update();
    }

    private void update(String change, Generation generation) {
        jdbc.sql("update projection_generation set " + change + " where group_name = ? and generation = ?")
                .params(generation.group(), generation.number())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static GenerationRow row(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new GenerationRow(
                new Generation(row.getString("group_name"), row.getInt("generation")),
                row.getString("definition"),
                GenerationState.valueOf(row.getString("state")),
                row.getBoolean("prepared"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("target"),
                row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
                instant(row, "switched_at"),
                instant(row, "ended_at"),
                instant(row, "retired_at"),
                outcome == null ? null : ReplayOutcome.valueOf(outcome),
                row.getString("cause"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
