package io.orderflow.cli.importer;

import io.orderflow.cli.UserMistake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of order lines (RFC 4180, UTF-8, with a header line). */
final class OrderFile {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private OrderFile() {}

    /**
     * Reads it whole, so that nothing is sent of a file that cannot be read to its end.
     *
     * @throws UserMistake if it is no such file
     */
    static OrderBook read(Path file) {
        List<FileLine> lines = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        // a reader of Files refuses what is not UTF-8; one made of a charset's name would guess
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipByteOrderMark(reader);
            readAll(file, reader, lines, bad);
        } catch (NoSuchFileException e) {
            throw new UserMistake("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new UserMistake(file + " is not encoded in UTF-8.");
        } catch (IOException e) {
            throw new UserMistake(file + " cannot be read: " + e.getMessage() + ".");
        }
        return OrderBook.of(lines, bad);
    }

    private static void readAll(Path file, Reader reader, List<FileLine> lines, List<BadLine> bad) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180.builder().get().parse(reader)) {
            long start = 1;
            Map<Column, Integer> places = null;
            for (CSVRecord record : parser) {
                if (places == null) {
                    places = places(file, record);
                } else {
                    readLine(start, record, places, lines, bad);
                }
                start = parser.getCurrentLineNumber() + 1;
            }
            if (places == null) {
                throw new UserMistake(file + " is empty.");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalStateException e) {
            throw new UserMistake(file + " is not a CSV file: " + e.getMessage() + ".");
        }
    }

    private static void readLine(
            long number, CSVRecord record, Map<Column, Integer> places, List<FileLine> lines, List<BadLine> bad) {
        if (record.size() == 1 && record.get(0).isBlank()) {
            return;
        }
        int orderPlace = places.get(Column.ORDER_ID);
        String order = record.size() > orderPlace ? record.get(orderPlace).strip() : "";
        int needed = places.values().stream().mapToInt(place -> place + 1).max().orElse(0);
        try {
            if (record.size() < needed) {
                throw new LineReader.Unusable("it has " + record.size() + " fields of at least " + needed);
            }
            lines.add(LineReader.read(number, column -> record.get(places.get(column))));
        } catch (LineReader.Unusable e) {
            bad.add(new BadLine(number, order.isEmpty() ? null : order, e.getMessage()));
        }
    }

    private static Map<Column, Integer> places(Path file, CSVRecord header) {
        List<String> names = header.stream().map(String::strip).toList();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if (names.contains(column.header())) {
                places.put(column, names.indexOf(column.header()));
            }
        }
        List<String> missing = Arrays.stream(Column.values())
                .filter(column -> !places.containsKey(column))
                .map(column -> "'" + column.header() + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new UserMistake(file + " lacks the column" + (missing.size() == 1 ? " " : "s ")
                    + missing.stream().collect(Collectors.joining(", ")) + ".");
        }
        return places;
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }
}
