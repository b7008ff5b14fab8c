package io.orderflow.command.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.platform.eventstore.RawEvents;
import io.orderflow.platform.eventstore.RawEventsConfiguration;
import io.orderflow.platform.eventstore.StoredEvent;
import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.platform.postgres.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Events go from one mode into another and back, and are the same. */
class EventArchiveTest {

    private static final int MORE_THAN_A_PAGE = 1_203;

    @TempDir
    Path data;

    @Test
    void events_are_the_same_after_they_went_through_both_databases() throws Exception {
        List<StoredEvent> events = IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(EventArchiveTest::event)
                .toList();
        PostgresSettings postgres = TestPostgres.newDatabase();
        Path first = data.resolve("first.jsonl");
        Path second = data.resolve("second.jsonl");

        Seal exported;
        try (ConfigurableApplicationContext h2 = onFiles(data.resolve("a"))) {
            store(h2).append(events);
            exported = new EventArchive(first).write(store(h2));
        }
        Seal moved;
        try (ConfigurableApplicationContext database = on(postgres)) {
            new EventArchive(first).appendTo(store(database));
            moved = new EventArchive(second).write(store(database));
        }
        List<StoredEvent> back = new ArrayList<>();
        try (ConfigurableApplicationContext h2 = onFiles(data.resolve("b"))) {
            new EventArchive(second).appendTo(store(h2));
            store(h2).forEach(back::add);
        }

        assertThat(exported.events()).isEqualTo(MORE_THAN_A_PAGE);
        assertThat(moved).isEqualTo(exported);
        assertThat(second).hasSameTextualContentAs(first);
        assertThat(back).isEqualTo(events);
    }

    @Test
    void a_file_that_was_changed_or_cut_off_is_not_imported() throws Exception {
        Path file = data.resolve("events.jsonl");
        try (ConfigurableApplicationContext h2 = onFiles(data.resolve("a"))) {
            store(h2)
                    .append(IntStream.range(0, 3)
                            .mapToObj(EventArchiveTest::event)
                            .toList());
            new EventArchive(file).write(store(h2));
        }
        List<String> lines = Files.readAllLines(file);
        Path changed = Files.write(
                data.resolve("changed"),
                List.of(lines.get(0), lines.get(1).replace("Ann", "Eve"), lines.get(2), lines.get(3)));
        Path cutOff = Files.write(data.resolve("cut"), lines.subList(0, 3));
        Path shortened = Files.write(data.resolve("short"), List.of(lines.get(0), lines.get(1), lines.get(3)));

        try (ConfigurableApplicationContext h2 = onFiles(data.resolve("b"))) {
            for (Path damaged : List.of(changed, cutOff, shortened)) {
                assertThatThrownBy(() -> new EventArchive(damaged).appendTo(store(h2)))
                        .as(damaged.getFileName().toString())
                        .isInstanceOf(DamagedArchive.class);
            }
            assertThat(store(h2).isEmpty()).isTrue();
        }
    }

    private static StoredEvent event(int number) {
        return new StoredEvent(
                "event-" + number,
                "order-" + number % 7,
                number / 7,
                "Order",
                "2026-11-21T10:00:00.%03dZ".formatted(number % 1_000),
                "io.orderflow.api.order.event.OrderCreated",
                number % 2 == 0 ? "1" : null,
                "{\"name\":\"Ann \\u20ac\",\"amount\":1.10}",
                new TreeMap<>(Map.of("userId", "ann", "text", "two\nlines")));
    }

    private static ConfigurableApplicationContext onFiles(Path folder) {
        return start("--orderflow.data-dir=" + folder);
    }

    private static ConfigurableApplicationContext on(PostgresSettings database) {
        return start(
                "--spring.profiles.active=postgres",
                "--orderflow.postgres.url=" + database.url(),
                "--orderflow.postgres.username=" + database.username());
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(RawEventsConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(settings);
    }

    private static RawEvents store(ConfigurableApplicationContext context) {
        return context.getBean(RawEvents.class);
    }
}
