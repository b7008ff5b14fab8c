package io.orderflow.cli.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.cli.UserMistake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTest {

    @TempDir
    private Path folder;

    @Test
    void reads_the_part_of_the_real_file() {
        OrderBook book = OrderFile.read(SampleFile.part());

        assertThat(book.bad()).isEmpty();
        assertThat(book.orders()).hasSize(300);
        assertThat(book.lineCount()).isEqualTo(742);
        assertThat(book.customers()).hasSize(227);
        assertThat(book.products()).hasSize(566);
        assertThat(book.products().stream()
                        .mapToLong(OrderBook.Product::ordered)
                        .sum())
                .isEqualTo(2954);
        assertThat(book.total()).isEqualByComparingTo("187056.11");
    }

    @Test
    void keeps_what_is_awkward_in_the_real_file() {
        OrderBook book = OrderFile.read(SampleFile.part());

        assertThat(book.orders()).anySatisfy(order -> assertThat(order.lines()).hasSize(14));
        assertThat(book.orders()).anySatisfy(order -> assertThat(
                        order.lines().stream().map(FileLine::sku))
                .hasSizeGreaterThan((int)
                        order.lines().stream().map(FileLine::sku).distinct().count()));
        assertThat(names(book)).anyMatch(name -> name.contains("\u00a0"));
        assertThat(names(book)).anyMatch(name -> name.contains("\"") && name.contains(","));
        assertThat(names(book)).anyMatch(name -> name.endsWith(" "));
        assertThat(book.customers()).anyMatch(customer -> customer.name().contains("ö"));
    }

    @Test
    void ids_follow_from_the_file_alone() {
        FileOrder one = OrderFile.read(SampleFile.part()).orders().get(0);
        FileOrder same = OrderFile.read(SampleFile.part()).orders().get(0);

        assertThat(one.toNewOrder()).isEqualTo(same.toNewOrder());
        assertThat(FileIds.order("CA-2016-152156")).hasToString("38af21bc-a2c6-314f-b487-34ce049ae86c");
    }

    @Test
    void reads_commas_quotes_and_line_breaks_inside_a_field() throws IOException {
        OrderBook book = read(SampleFile.HEADER
                + SampleFile.line("1,A,2016-01-01", "\"Mug, 3\"\" wide,\nblue\"", "10.00", "2")
                + SampleFile.line("2,B,2016-01-01", "Mug", "x", "2"));

        assertThat(names(book)).containsExactly("Mug, 3\" wide,\nblue");
        assertThat(book.bad()).singleElement().extracting(BadLine::number).isEqualTo(4L);
    }

    @Test
    void a_byte_order_mark_other_columns_and_windows_line_ends_do_no_harm() throws IOException {
        String file = "\uFEFF"
                + SampleFile.of("1,A,2016-01-01")
                        .replace("Quantity\n", "Quantity,Profit\n")
                        .replace(",2\n", ",2,9\n")
                        .replace("\n", "\r\n")
                + "\r\n";

        OrderBook book = read(file);

        assertThat(book.bad()).isEmpty();
        assertThat(book.orders()).singleElement().extracting(FileOrder::total).isEqualTo(new BigDecimal("10.00"));
    }

    @Test
    void a_bad_line_leaves_out_its_whole_order_and_no_other() throws IOException {
        OrderBook book = read(SampleFile.of("1,A,2016-01-01", "2,B,2016-01-01", "3,C,2016-01-01")
                + SampleFile.line("4,B,2016-01-01", "Mug", "10.00", "0"));

        assertThat(book.orders()).extracting(FileOrder::name).containsExactly("A", "C");
        assertThat(book.products()).extracting(OrderBook.Product::ordered).containsExactly(4L);
        assertThat(book.bad())
                .extracting(BadLine::toString)
                .containsExactly("line 5: Quantity '0' is not a whole number from 1 to 1000000; order B is left out");
    }

    @Test
    void says_what_is_wrong_with_a_line() throws IOException {
        OrderBook book = read(SampleFile.HEADER
                + SampleFile.line("1,A,01/02/2016", "Mug", "1", "1")
                + SampleFile.line("1,B,2016-01-01", " ", "1", "1")
                + SampleFile.line("1,C,2016-01-01", "Mug", "-1", "1")
                + SampleFile.line("1,D,2016-01-01", "Mug", "1E5", "1")
                + SampleFile.line("1,E,2016-01-01", "Mug", "1.01", "1000000")
                + SampleFile.line("1,F,2016-03-01", "Mug", "1", "1")
                + SampleFile.line("1,G,2016-01-01", "x".repeat(201), "1", "1")
                + "1,H,2016-01-01\n");

        assertThat(book.orders()).isEmpty();
        assertThat(book.bad())
                .extracting(BadLine::reason)
                .containsExactly(
                        "Order Date '01/02/2016' is not a date such as 2017-12-31",
                        "Product Name is empty",
                        "Sales '-1' is not an amount such as 12.50",
                        "Sales '1E5' is not an amount such as 12.50",
                        "no unit price with six decimals times 1000000 is 1.01",
                        "it was shipped before it was ordered",
                        "Product Name is longer than 200 characters",
                        "it has 3 fields of at least 15");
    }

    @Test
    void an_order_whose_lines_disagree_or_repeat_is_left_out() throws IOException {
        OrderBook book = read(SampleFile.of(
                "1,A,2016-01-01", "2,A,2016-01-02", "3,B,2016-01-01", "3,B,2016-01-01", "4,C,2016-01-01"));

        assertThat(book.orders()).extracting(FileOrder::name).containsExactly("C");
        assertThat(book.bad())
                .extracting(BadLine::reason)
                .containsExactly(
                        "its customer, dates or address differ from line 2", "Row ID 3 is in this order twice");
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_refused_whole() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, SampleFile.of("1,A,2016-01-01").replace("Mug", "Müg").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> OrderFile.read(latin))
                .isInstanceOf(UserMistake.class)
                .hasMessageEndingWith("is not encoded in UTF-8.");
        assertThatThrownBy(() -> read("")).isInstanceOf(UserMistake.class).hasMessageEndingWith("is empty.");
        assertThatThrownBy(() -> read(SampleFile.of("1,A,2016-01-01") + "2,\"never closed"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("cannot be read");
    }

    private OrderBook read(String text) throws IOException {
        return OrderFile.read(Files.writeString(folder.resolve("orders.csv"), text));
    }

    private static List<String> names(OrderBook book) {
        return book.orders().stream()
                .flatMap(order -> order.lines().stream())
                .map(FileLine::productName)
                .toList();
    }
}
