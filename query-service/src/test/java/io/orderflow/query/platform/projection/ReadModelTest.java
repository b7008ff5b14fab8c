package io.orderflow.query.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
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
