package io.orderflow.cli.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.cli.FakeServices;
import io.orderflow.cli.FakeServices.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ImportTest {

    private final FakeServices services = new FakeServices();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void imports_every_order_once_and_ships_it_on_its_date() {
        assertThat(runPart()).isZero();

        assertEverythingIsThereOnce();
        assertThat(out.toString())
                .contains(
                        "customers             227   (0 already there)",
                        "orders                300   (0 already there)",
                        "lines                 742")
                .contains("grand total       187,056.11 USD");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_second_run_changes_nothing() {
        runPart();

        assertThat(runPart()).isZero();

        assertEverythingIsThereOnce();
        assertThat(out.toString()).contains("orders                300   (300 already there)");
    }

    @Test
    void a_second_run_sends_the_keys_of_the_first() {
        runPart();
        List<String> keys = services.keys();

        runPart();

        assertThat(services.keys())
                .isEqualTo(keys)
                .hasSize(227 + 566 + 300 + 300)
                .doesNotHaveDuplicates();
        assertThat(keys).allMatch(key -> key.matches("import-(customer|product|order|shipment)-[0-9a-f]{64}"));
    }

    @Test
    void what_somebody_else_has_imported_is_there_already() {
        runPart();
        services.forgetKeys();

        assertThat(runPart()).isZero();

        assertEverythingIsThereOnce();
        assertThat(out.toString()).contains("(227 already there)", "(300 already there)");
    }

    @Test
    void the_key_of_an_order_is_made_of_its_lines_and_not_of_their_place(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.csv");
        run(Files.writeString(file, SampleFile.of("1,A,2016-01-01", "2,B,2016-01-01")));
        List<String> keys = services.keys();

        run(Files.writeString(file, SampleFile.of("3,C,2016-01-01", "2,B,2016-01-01", "1,A,2016-01-01")));

        assertThat(services.keys())
                .filteredOn(key -> key.startsWith("import-order"))
                .hasSize(3)
                .containsAll(keys.stream()
                        .filter(key -> key.startsWith("import-order"))
                        .toList());
    }

    @Test
    void goes_on_where_a_killed_run_ended() {
        // answers stop for good in the middle, so the first run ends without having done all
        services.faults(number -> number > 1_200 ? Fault.LOST_BEFORE : Fault.NONE);
        assertThat(runPart("--patience=2")).isEqualTo(1);
        assertThat(err.toString()).contains("could not be imported");
        assertThat(services.orders()).isNotEmpty();
        assertThat(shipped()).isLessThan(300);

        services.faults(number -> Fault.NONE);
        assertThat(runPart()).isZero();

        assertEverythingIsThereOnce();
    }

    @Test
    void lost_answers_and_busy_services_lose_and_double_nothing() {
        Fault[] faults = Fault.values();
        services.faults(number -> number > 5 && number % 7 == 0 ? faults[number / 7 % faults.length] : Fault.NONE);

        assertThat(runPart()).isZero();

        assertEverythingIsThereOnce();
    }

    @Test
    void survives_services_that_are_away_for_a_while() {
        CompletableFuture<Integer> importing = CompletableFuture.supplyAsync(this::runPart);
        for (int round = 1; round <= 2; round++) {
            int seen = services.requests();
            await().until(() -> services.requests() > seen + 300);
            services.stop();
            services.start();
        }

        assertThat(importing).succeedsWithin(java.time.Duration.ofSeconds(60)).isEqualTo(0);
        assertEverythingIsThereOnce();
    }

    @Test
    void one_stuck_order_is_reported_and_the_others_are_shipped() {
        String stuck = FileIds.order(
                        OrderFile.read(SampleFile.part()).orders().get(7).name())
                .toString();
        services.stuck((id, order) -> id.equals(stuck));

        assertThat(runPart("--patience=2")).isEqualTo(1);

        assertThat(shipped()).isEqualTo(299);
        assertThat(err.toString()).contains("1 could not be imported", "still PLACED");
    }

    @Test
    void another_order_under_the_same_id_is_reported(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.csv");
        run(Files.writeString(file, SampleFile.of("1,A,2016-01-01")));

        assertThat(run(Files.writeString(file, SampleFile.of("1,A,2016-01-01", "2,A,2016-01-01"))))
                .isEqualTo(1);

        assertThat(err.toString()).contains("order A: another order has its id: 1 lines, 10.00 USD");
    }

    @Test
    void bad_lines_are_listed_and_the_others_imported(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.csv");

        assertThat(run(Files.writeString(file, SampleFile.of("1,A,2016-01-01", "2,B,yesterday"))))
                .isEqualTo(1);

        assertThat(services.orders()).hasSize(1);
        assertThat(err.toString()).contains("line 3: Order Date 'yesterday' is not a date such as 2017-12-31");
    }

    private void assertEverythingIsThereOnce() {
        OrderBook book = OrderFile.read(SampleFile.part());
        Map<String, FileOrder> expected = new HashMap<>();
        book.orders().forEach(order -> expected.put(order.orderId().toString(), order));
        assertThat(services.customers()).hasSize(227);
        assertThat(services.stock()).hasSize(566);
        assertThat(services.stock().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2954);
        assertThat(services.orders()).hasSize(300).allSatisfy(order -> {
            FileOrder inFile = expected.get(order.path("orderId").asString());
            assertThat(order.path("status").asString()).isEqualTo("SHIPPED");
            assertThat(order.path("orderedAt").asString())
                    .isEqualTo(inFile.head().orderedOn() + "T00:00:00Z");
            assertThat(order.path("shipments")).hasSize(1);
            assertThat(order.at("/shipments/0/shippedAt").asString())
                    .isEqualTo(inFile.head().shippedOn() + "T00:00:00Z");
            assertThat(order.at("/shipments/0/items"))
                    .hasSize(order.path("lines").size());
        });
        assertThat(services.orders().stream()
                        .map(order -> new BigDecimal(order.at("/total/amount").asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("187056.11");
    }

    private long shipped() {
        return services.orders().stream().filter(ImportTest::isShipped).count();
    }

    private static boolean isShipped(JsonNode order) {
        return order.path("status").asString().equals("SHIPPED");
    }

    private int runPart(String... options) {
        return run(SampleFile.part(), options);
    }

    private int run(Path file, String... options) {
        List<String> arguments = new ArrayList<>(services.arguments());
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
