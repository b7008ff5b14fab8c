package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderSummary;
import io.orderflow.client.Page;
import io.orderflow.client.StockView;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import tool brings in real orders whole, whatever is killed meanwhile, and a second time changes nothing. */
class ImportE2E {

    // of superstore-part.csv, summed up by hand from its lines
    private static final int ORDERS = 300;
    private static final int LINES = 742;
    private static final int CUSTOMERS = 227;
    private static final int PRODUCTS = 566;
    private static final int UNITS = 2_954;
    private static final BigDecimal TOTAL = new BigDecimal("187056.11");

    @TempDir
    Path data;

    @Test
    void an_import_survives_the_kill_of_everyone_and_loses_and_doubles_nothing() throws Exception {
        try (Services services = Services.start(data)) {
            Process first = importFile(services, "first");
            awaitOrders(services, ORDERS / 6);
            services.command.kill();
            services.command.startAndWait();
            awaitOrders(services, ORDERS / 3);
            services.query.kill();
            services.query.startAndWait();
            awaitOrders(services, ORDERS / 2);
            assertThat(first.isAlive()).as("the import waits for the services").isTrue();
            first.destroyForcibly().waitFor();

            finish(importFile(services, "second"), "second");
            assertThatEverythingIsThereOnce(services);
            Set<String> versions = versions(services);

            finish(importFile(services, "third"), "third");
            assertThatEverythingIsThereOnce(services);
            assertThat(versions(services))
                    .as("versions after a run that had nothing to do")
                    .isEqualTo(versions);
        }
    }

    private static void assertThatEverythingIsThereOnce(Services services) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(count(services, OrderFilter.all())).isEqualTo(ORDERS);
            assertThat(count(services, OrderFilter.all().in(OrderStatus.SHIPPED)))
                    .isEqualTo(ORDERS);
            long reserved = 0;
            long committed = 0;
            long products = 0;
            for (int page = 1; ; page++) {
                Page<StockView> stock = services.client.stock().list(null, page, 100);
                for (StockView level : stock.items()) {
                    products++;
                    reserved += level.reserved();
                    committed += level.committed();
                }
                if (stock.items().isEmpty()) {
                    break;
                }
            }
            assertThat(products).isEqualTo(PRODUCTS);
            assertThat(reserved).as("units reserved").isZero();
            assertThat(committed).as("units committed").isEqualTo(UNITS);
        });
        long lines = 0;
        BigDecimal total = BigDecimal.ZERO;
        Set<UUID> customers = new HashSet<>();
        for (int page = 1; ; page++) {
            Page<OrderSummary> orders =
                    services.client.orders().list(OrderFilter.all().page(page, 100));
            for (OrderSummary order : orders.items()) {
                lines += order.lineCount();
                total = total.add(order.total().amount());
                customers.add(order.customerId());
            }
            if (orders.items().isEmpty()) {
                break;
            }
        }
        assertThat(lines).isEqualTo(LINES);
        assertThat(total).isEqualByComparingTo(TOTAL);
        assertThat(customers).hasSize(CUSTOMERS);
    }

    private static Set<String> versions(Services services) {
        Set<String> versions = new HashSet<>();
        for (int page = 1; versions.size() < ORDERS; page++) {
            services.client
                    .orders()
                    .list(OrderFilter.all().page(page, 100))
                    .items()
                    .forEach(order -> versions.add(order.orderId() + ":" + order.version()));
        }
        return versions;
    }

    private static void awaitOrders(Services services, int atLeast) {
        await("%d orders".formatted(atLeast))
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count(services, OrderFilter.all()) >= atLeast);
    }

    private static long count(Services services, OrderFilter filter) {
        return services.client.orders().list(filter.page(1, 1)).total();
    }

    private Process importFile(Services services, String run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        System.getProperty("cli.jar"),
                        "import",
                        "--command-url=" + services.command.url(),
                        "--query-url=" + services.query.url(),
                        Path.of("src/test/resources/superstore-part.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(log(run).toFile())
                .start();
    }

    private void finish(Process run, String name) throws Exception {
        try {
            assertThat(run.waitFor(180, TimeUnit.SECONDS))
                    .as("the %s run ends, log: %s", name, Files.readString(log(name)))
                    .isTrue();
            assertThat(run.exitValue())
                    .as("exit code of the %s run, log: %s", name, Files.readString(log(name)))
                    .isZero();
        } finally {
            run.destroyForcibly();
        }
    }

    private Path log(String run) {
        return data.resolve("import-" + run + ".log");
    }
}
