package io.orderflow.cli.importer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Makes a {@link FileLine} of the fields of one line, or says what is wrong with it. */
final class LineReader {

    private static final int LARGEST_QUANTITY = 1_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SKU = 64;

    private LineReader() {}

    /** Thrown for a line that cannot be sent; the message is the reason. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    static FileLine read(long number, Function<Column, String> field) throws Unusable {
        FileLine.Head head = new FileLine.Head(
                text(field, Column.ORDER_ID, LONGEST_NAME),
                text(field, Column.CUSTOMER_ID, LONGEST_NAME),
                text(field, Column.CUSTOMER_NAME, LONGEST_NAME - "c/o ".length()),
                date(field, Column.ORDER_DATE),
                date(field, Column.SHIP_DATE),
                text(field, Column.SHIP_MODE, 100),
                text(field, Column.CITY, 100),
                field.apply(Column.STATE).strip(),
                text(field, Column.POSTAL_CODE, 20),
                text(field, Column.COUNTRY, 100));
        if (head.shippedOn().isBefore(head.orderedOn())) {
            throw new Unusable("it was shipped before it was ordered");
        }
        int quantity = quantity(field.apply(Column.QUANTITY).strip());
        BigDecimal sales = amount(field.apply(Column.SALES).strip());
        BigDecimal price = UnitPrice.of(sales, quantity)
                .orElseThrow(() -> new Unusable("no unit price with six decimals times " + quantity + " is " + sales));
        return new FileLine(
                number,
                head,
                text(field, Column.ROW_ID, LONGEST_NAME),
                text(field, Column.PRODUCT_ID, LONGEST_SKU),
                verbatim(field, Column.PRODUCT_NAME, LONGEST_NAME),
                quantity,
                price,
                UnitPrice.cents(sales));
    }

    private static String text(Function<Column, String> field, Column column, int longest) throws Unusable {
        String whole = field.apply(column);
        String text = whole.strip();
        if (text.isEmpty()) {
            throw new Unusable(column.header() + " is empty");
        }
        if (whole.length() > longest) {
            throw new Unusable(column.header() + " is longer than " + longest + " characters");
        }
        return text;
    }

    /** Blanks around it and all: it is what the buyer saw. */
    private static String verbatim(Function<Column, String> field, Column column, int longest) throws Unusable {
        text(field, column, longest);
        return field.apply(column);
    }

    private static LocalDate date(Function<Column, String> field, Column column) throws Unusable {
        String text = field.apply(column).strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unusable(column.header() + " '" + text + "' is not a date such as 2017-12-31");
        }
    }

    private static int quantity(String text) throws Unusable {
        int quantity = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        if (quantity < 1 || quantity > LARGEST_QUANTITY) {
            throw new Unusable("Quantity '" + text + "' is not a whole number from 1 to " + LARGEST_QUANTITY);
        }
        return quantity;
    }

    private static BigDecimal amount(String text) throws Unusable {
        // no exponent: 1E+999999999 is a number that takes a gigabyte to write down
        if (!text.matches("\\d{1,12}(\\.\\d{1,12})?")) {
            throw new Unusable("Sales '" + text + "' is not an amount such as 12.50");
        }
        return new BigDecimal(text);
    }
}
