package io.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void says_which_columns_are_missing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.csv"), "Row ID,Order ID,Sales\n1,2,3\n");

        assertThat(run("import", file.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(file + " lacks the columns 'Order Date', 'Ship Date'")
                .endsWith("'Quantity'.");
    }

    @Test
    void says_that_there_is_no_file() {
        assertThat(run("import", "no-such.csv")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("There is no file no-such.csv.");
    }

    @Test
    void says_that_the_services_do_not_answer(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("x.csv"), io.orderflow.cli.importer.SampleFile.of("1,A,2016-01-01"));

        assertThat(run("import", "--query-url=http://127.0.0.1:9", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("do not answer");
    }

    @Test
    void a_demo_of_a_few_orders_ends_by_itself() {
        try (FakeServices services = new FakeServices()) {
            List<String> arguments = new ArrayList<>(List.of("demo", "--orders=3", "--rate=50", "--seed=4"));
            arguments.addAll(services.arguments());

            assertThat(run(arguments.toArray(String[]::new))).isZero();
            assertThat(services.orders()).hasSize(3);
            assertThat(services.customers()).hasSizeGreaterThan(5).allSatisfy(customer -> assertThat(
                            customer.path("email").asString())
                    .matches("[a-z]+(\\.[a-z]+)+@example\\.com"));
            assertThat(out.toString()).contains("The demo shop is open", "3 orders sent");
        }
    }

    private int run(String... arguments) {
        return OrderflowCli.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
