package io.orderflow.cli.importer;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Files of orders for tests. */
public final class SampleFile {

    static final String HEADER =
            "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Country,City,"
                    + "State,Postal Code,Product ID,Product Name,Sales,Quantity\n";

    private SampleFile() {}

    /** The chosen part of the real file. */
    static Path part() {
        try {
            return Path.of(Objects.requireNonNull(SampleFile.class.getResource("/superstore-part.csv"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header, and a line for each start (row id, order id, order date); the rest of a line is ordinary. */
    public static String of(String... starts) {
        return Arrays.stream(starts)
                .map(start -> line(start, "Mug", "10.00", "2"))
                .collect(Collectors.joining("", HEADER, ""));
    }

    static String line(String start, String productName, String sales, String quantity) {
        return start + ",2016-02-01,Second Class,C-1,Ann,US,Austin,Texas,73301,SKU-1," + productName + "," + sales + ","
                + quantity + "\n";
    }
}
