package io.orderflow.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The lines of a run, as a table in {@code target/faults.md}. */
final class Report {

    private static final Path FILE = Path.of("target", "faults.md");
    private static final List<String> HEAD = List.of(
            "| mode | fault | acked | unknown | lost | duplicated | phantom | wrong | worst staleness | recovery | slowest answer |",
            "|---|---|---|---|---|---|---|---|---|---|---|");

    private Report() {}

    /** Adds a line and gives it back. */
    static synchronized String add(Observation observation) {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(FILE)) {
            lines.addAll(HEAD);
        }
        lines.add(observation.toString());
        write(lines);
        return observation.toString();
    }

    /** Adds a line about something else, below the table, and gives it back. */
    static synchronized String note(String text) {
        write(List.of("", "* " + text));
        return text;
    }

    private static void write(List<String> lines) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
