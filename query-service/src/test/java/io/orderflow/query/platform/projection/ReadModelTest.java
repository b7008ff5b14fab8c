package io.orderflow.query.platform.projection;

import io.orderflow.query.platform.reconciliation.HeldRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A test on empty read models, fed through {@link #feed}. */
@SpringBootTest(
        classes = ReadModels.class,
        properties = {"spring.flyway.locations=classpath:db/read", "spring.jpa.hibernate.ddl-auto=validate"})
@AutoConfigureMockMvc
public abstract class ReadModelTest {

    @Autowired
    protected MockMvcTester http;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    protected EventFeed feed;

    @BeforeEach
    protected void start_empty() {
        tables().forEach(table -> jdbc.update("delete from " + table));
        feed = newFeed();
    }

    /** A feed whose streams begin anew. */
    protected EventFeed newFeed() {
        return new EventFeed(
                transaction,
                List.copyOf(
                        context.getBeansWithAnnotation(ProcessingGroup.class).values()));
    }

    /** Has all read models forget what they hold of a stream, and take again the events of its sequence. */
    protected void repair(String stream, List<DomainEventMessage<?>> history) {
        Object sequence = StreamSequencing.ofStream(stream);
        List<DomainEventMessage<?>> past = history.stream()
                .filter(event ->
                        new StreamSequencing().getSequenceIdentifierFor(event).equals(sequence))
                .toList();
        transaction.executeWithoutResult(status -> {
            context.getBeansOfType(HeldRows.class).values().stream()
                    .filter(rows -> rows.isOf(stream))
                    .forEach(rows -> rows.forget(stream, past.get(0).getPayload()));
            feed.deliver(past);
        });
    }

    /** Makes every row of a table wrong: most are gone, and sums are too high. */
    protected void spoil(String table) {
        Integer sums = jdbc.queryForObject(
                "select count(*) from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " and column_name = 'orders'",
                Integer.class,
                table);
        jdbc.update(sums == 0 ? "delete from " + table : "update " + table + " set orders = orders + 3");
    }

    /** Every row of every table, in an order that does not depend on the database. */
    protected Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(
                    table,
                    jdbc.queryForList("select * from " + table).stream()
                            .peek(row -> row.replaceAll((column, value) -> legible(value)))
                            .map(Map::toString)
                            .sorted()
                            .toList());
        }
        return rows;
    }

    private static Object legible(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
    }

    private List<String> tables() {
        return jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_name <> 'flyway_schema_history'",
                String.class);
    }
}
