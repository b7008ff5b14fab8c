package io.orderflow.command.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.command.retry.RunningService.Answer;
import io.orderflow.platform.evolution.OldEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions about what was stored by another release, with the whole service and the real store. */
class OldEventsTest {

    private static final String STREAM = StockEvent.streamOf(OldEvents.SKU);

    private RunningService service;

    @BeforeEach
    void start(@TempDir Path data) {
        service = new RunningService(data);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProductRegistered", "StockRegistered"})
    void a_product_that_an_earlier_release_has_registered_goes_on(String event) {
        OldEvents.storeRegistration(service.store(), event, "1");

        assertThat(adjust(-10).status()).isEqualTo(200);
        assertThat(adjust(-1).body()).contains("STOCK_BELOW_PROMISED");
        assertThat(service.events(STREAM)).containsExactly("StockRegistered", "StockAdjusted");
    }

    @Test
    void nothing_is_decided_about_what_a_later_release_has_changed() {
        OldEvents.storeRegistration(service.store(), "StockRegistered", "2");
        byte[] counted = "{\"sku\":\"FUR-BO-10001798\"}".getBytes(StandardCharsets.UTF_8);
        OldEvents.store(service.store(), STREAM, 1, "io.orderflow.api.stock.event.StockCounted", "1", counted);

        assertThat(adjust(5).status()).isEqualTo(500);
        assertThat(service.store()
                        .sql("select count(*) from domain_event where stream = ?")
                        .param(STREAM)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private Answer adjust(int delta) {
        return service.send(
                "POST",
                "/stock/" + OldEvents.SKU + "/adjustments",
                "{\"delta\":%d,\"reason\":\"counted\"}".formatted(delta));
    }
}
