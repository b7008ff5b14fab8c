package io.orderflow.query.platform.generation;

import io.orderflow.platform.database.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which generation of each read model this replica shows to readers. */
public final class Generations implements LiveGenerations {

    /** A replica that has stood still looks again before it reads: what it knows may have been dropped meanwhile. */
    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    private final GenerationTable table;
    private final Database database;
    private final Map<String, String> definitions;
    private final List<Consumer<Generation>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Known known;

    /** @param definitions by group, what this version of the service can read */
    Generations(GenerationTable table, Database database, Map<String, String> definitions) {
        this.table = table;
        this.database = database;
        this.definitions = Map.copyOf(definitions);
    }

    @Override
    public Optional<Generation> live(String group) {
        Known now = known;
        return now == null ? Optional.empty() : Optional.ofNullable(now.live.get(group));
    }

    @Override
    public void whenSwitched(Consumer<Generation> listener) {
        listeners.add(listener);
    }

    String definition(String group) {
        return definitions.get(group);
    }

    /** Whether this version of the service can read, and fill, a generation. */
    boolean isOurs(GenerationRow row) {
        return row.definition().equals(definitions.get(row.group()));
    }

    /** Where a reader's connection looks for tables. */
    String pathOfReaders() {
        Known now = known;
        if (now == null) {
            return database.lookIn(List.of(database.schema()));
        }
        if (System.nanoTime() - now.readAt > GOOD_FOR_NANOS) {
            long before = System.nanoTime();
            learn(table.all(), before);
            now = known;
        }
        return now == null ? database.lookIn(List.of(database.schema())) : now.path;
    }

    /** Where the connection of a generation's processor looks for tables. */
    String pathOf(Generation generation) {
        return database.lookIn(List.of(schemaOf(generation), database.schema()));
    }

    String schemaOf(Generation generation) {
        return database.schemaBeside(generation.schemaName());
    }

    /**
     * Takes notice of what is recorded, unless something newer is known.
     *
     * @param readAt when reading it was begun, in nanoseconds of this process
     */
    synchronized void learn(List<GenerationRow> rows, long readAt) {
        if (known != null && known.readAt - readAt > 0) {
            return;
        }
        Map<String, Generation> live = new HashMap<>();
        for (GenerationRow row : rows) { // by number: the newest one remains
            if (row.is(GenerationState.LIVE) && row.prepared() && isOurs(row)) {
                live.put(row.group(), row.generation());
            }
        }
        Known before = known;
        known = new Known(live, path(live), readAt);
        live.values().stream()
                .filter(generation -> before == null || !generation.equals(before.live.get(generation.group())))
                .forEach(generation -> listeners.forEach(listener -> listener.accept(generation)));
    }

    private String path(Map<String, Generation> live) {
        List<String> schemas = new ArrayList<>(
                live.values().stream().map(this::schemaOf).sorted().toList());
        schemas.add(database.schema());
        return database.lookIn(schemas);
    }

    private record Known(Map<String, Generation> live, String path, long readAt) {}
}
