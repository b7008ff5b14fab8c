package io.orderflow.query.salesstatistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample orders, read without any code of the import tool. */
final class SampleFile {

    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");

    private SampleFile() {}

    static List<Line> lines() {
        try (InputStream file = SampleFile.class.getResourceAsStream("/superstore-part.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            List<String> header = fields(lines.get(0));
            return lines.stream()
                    .skip(1)
                    .map(line -> new Line(header, fields(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        int end = 0;
        while (end < line.length() && field.find(end)) {
            fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            end = field.end();
        }
        return fields;
    }

    /** One line of one order. */
    record Line(List<String> header, List<String> fields) {

        Line {
            if (fields.size() != header.size()) {
                throw new IllegalArgumentException("not the fields of the header: " + fields);
            }
        }

        String get(String column) {
            return fields.get(header.indexOf(column));
        }

        LocalDate orderedOn() {
            return LocalDate.parse(get("Order Date"));
        }

        Instant orderedAt() {
            return orderedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant shippedAt() {
            return LocalDate.parse(get("Ship Date"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }

        int quantity() {
            return Integer.parseInt(get("Quantity"));
        }

        BigDecimal amount() {
            return new BigDecimal(get("Sales")).setScale(2, RoundingMode.HALF_EVEN);
        }
    }
}
