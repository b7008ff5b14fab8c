package io.orderflow.system;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.tools.RunScript;
import org.h2.tools.Script;

/**
 * What a release left behind in the middle of its work: the databases of its embedded mode as SQL, one file each. They are
 * written once, when a release is made, and never edited: a store of somebody who ran it looks like this.
 */
record RecordedRelease(Path folder) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "releases");
    private static final String USER = "sa";
    private static final String PASSWORD = "";

    /** All that were recorded. */
    static List<RecordedRelease> all() throws IOException {
        try (Stream<Path> releases = Files.list(FOLDER)) {
            return releases.filter(Files::isDirectory)
                    .sorted()
                    .map(RecordedRelease::new)
                    .toList();
        }
    }

    static RecordedRelease named(String version) {
        return new RecordedRelease(FOLDER.resolve(version));
    }

    /**
     * Writes down what services have left in a data folder. They must have ended.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the release was recorded before
     */
    void record(Path data) throws IOException, SQLException {
        Files.createDirectories(FOLDER);
        Files.createDirectory(folder);
        for (Map.Entry<String, String> database : databases(data).entrySet()) {
            Script.process(database.getValue(), USER, PASSWORD, file(database.getKey()), "NOPASSWORDS NOSETTINGS", "");
        }
    }

    /** Makes a data folder as the release left it. */
    void restore(Path data) throws SQLException {
        for (Map.Entry<String, String> database : databases(data).entrySet()) {
            RunScript.execute(
                    database.getValue(), USER, PASSWORD, file(database.getKey()), StandardCharsets.UTF_8, false);
        }
    }

    private static Map<String, String> databases(Path data) {
        EmbeddedStoreSettings settings = new EmbeddedStoreSettings(data);
        return Map.of(
                "events", settings.eventStoreUrl(),
                "process", settings.processStoreUrl(),
                "read", settings.readModelUrl());
    }

    private String file(String database) {
        return folder.resolve(database + ".sql").toString();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
