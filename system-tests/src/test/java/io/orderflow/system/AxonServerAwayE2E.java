package io.orderflow.system;

import static io.orderflow.client.OrderStatus.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.network.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Axon Server goes and comes back; nobody restarts the services. */
@ExtendWith(TestAxonServer.class)
class AxonServerAwayE2E {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void commands_are_refused_while_it_is_away_reads_go_on_and_all_is_well_when_it_is_back() throws Exception {
        assumeThat(InetAddress.getByName(TestAxonServer.host()).isLoopbackAddress())
                .as("its network can be cut here")
                .isTrue();
        try (FaultProxy network = new FaultProxy(TestAxonServer.port());
                Services services = Services.start(data, TestAxonServer.settings(network.port()))) {
            String sku = "SHELF-" + UUID.randomUUID();
            services.client.stock().register(sku, "Shelf", 10);
            UUID customer = UUID.randomUUID();
            UUID before = OrderLife.create(services, customer, "tok_approve", OrderLife.line(sku, 1));
            OrderLife.awaitStatus(services, before, CONFIRMED);

            network.refuse(true);
            network.reset();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(services.command.isReady()).isFalse();
                HttpResponse<String> refused = adjust(services, sku);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("UNAVAILABLE");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            });
            assertThat(services.client.orders().find(before)).isPresent();

            network.refuse(false);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(services.command.isReady()).isTrue();
                assertThat(services.query.isReady()).isTrue();
            });
            UUID after = OrderLife.create(services, customer, "tok_approve", OrderLife.line(sku, 1));
            OrderLife.awaitStatus(services, after, CONFIRMED);
        }
    }

    private static HttpResponse<String> adjust(Services services, String sku) throws IOException, InterruptedException {
        URI adjustments = services.command.url().resolve("/api/v1/stock/" + sku + "/adjustments");
        HttpRequest request = HttpRequest.newBuilder(adjustments)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(3))
                .POST(BodyPublishers.ofString("{\"delta\":1,\"reason\":\"found\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
