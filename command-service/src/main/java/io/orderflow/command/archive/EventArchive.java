package io.orderflow.command.archive;

import io.orderflow.platform.eventstore.RawEvents;
import io.orderflow.platform.eventstore.StoredEvent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A file of events: one on each line as JSON, and on the last line how many they are and what their checksum is. */
final class EventArchive {

    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    EventArchive(Path file) {
        this.file = file;
    }

    /** Writes all events of a store; the file is there when it is complete. */
    Seal write(RawEvents store) {
        Path beside = file.resolveSibling(file.getFileName() + ".incomplete");
        SealMaker seal = new SealMaker();
        try (BufferedWriter lines = Files.newBufferedWriter(beside)) {
            store.forEach(event -> {
                String line = JSON.writeValueAsString(event);
                seal.add(line);
                write(lines, line);
            });
            write(lines, JSON.writeValueAsString(seal.made()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seal.made();
    }

    private static void write(BufferedWriter lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all through once. */
    Seal check() throws DamagedArchive {
        SealMaker seal = new SealMaker();
        Seal found = read(seal, events -> {});
        if (!found.equals(seal.made())) {
            throw new DamagedArchive("its events are not those that its last line tells of");
        }
        return found;
    }

    /**
     * Appends all events to an empty store, in their order, and compares what the store then gives out with what was put
     * in.
     */
    Seal appendTo(RawEvents store) throws DamagedArchive {
        Seal expected = check();
        read(new SealMaker(), store::append);
        SealMaker stored = new SealMaker();
        store.forEach(event -> stored.add(JSON.writeValueAsString(event)));
        if (!stored.made().equals(expected)) {
            throw new DamagedArchive("the store gives out other events than were put in: " + stored.made());
        }
        return expected;
    }

    private Seal read(SealMaker seal, Portion each) throws DamagedArchive {
        List<StoredEvent> portion = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                seal.add(line);
                portion.add(JSON.readValue(line, StoredEvent.class));
                if (portion.size() == AT_ONCE) {
                    each.take(portion);
                    portion.clear();
                }
                line = next;
            }
            if (!portion.isEmpty()) {
                each.take(portion);
            }
            if (line == null) {
                throw new DamagedArchive("it is empty");
            }
            return JSON.readValue(line, Seal.class);
        } catch (JacksonException e) {
            throw new DamagedArchive("a line cannot be read, or the last one is missing: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Portion {

        void take(List<StoredEvent> events);
    }
}
