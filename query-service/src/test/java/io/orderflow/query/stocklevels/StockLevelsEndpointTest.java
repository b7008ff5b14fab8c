package io.orderflow.query.stocklevels;

import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StockLevelsEndpointTest extends ReadModelTest {

    @Test
    void answers_200_with_one_level() {
        feed.publish(registered("OFF.BI-10.5", 7));
        MvcTestResult answer = get("/api/v1/stock/OFF.BI-10.5");
        assertThat(answer).hasStatus(200).hasHeader("ETag", "\"0\"");
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"sku": "OFF.BI-10.5", "productName": "Product", "unit": "PIECE", "onHand": 7, "reserved": 0, "committed": 0,
                         "available": 7, "updatedAt": "2026-03-01T08:00:00Z", "version": 0}""");
    }

    @ParameterizedTest
    @CsvSource({"a/b, a%2Fb", "50% off, 50%25%20off", "é;x, %C3%A9%3Bx", "a\\b, a%5Cb"})
    void answers_200_for_unusual_skus(String sku, String encoded) {
        feed.publish(registered(sku, 1));
        assertThat(get("/api/v1/stock/" + encoded))
                .bodyJson()
                .extractingPath("$.sku")
                .isEqualTo(sku);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "W/\"0\"", "\"7\", \"0\"", "*"})
    void answers_304_to_who_has_seen_it(String seen) {
        feed.publish(registered("A-1", 7));
        assertThat(http.get()
                        .uri("/api/v1/stock/A-1")
                        .header("If-None-Match", seen)
                        .exchange())
                .hasStatus(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1", "B-2", "x%2Fy", "%2E%2E%2Fetc", "search"})
    void answers_404_for_a_product_without_stock(String sku) {
        feed.publish(new StockReservationRefused("B-2", id(1), 3, 0));
        for (String address : List.of("/api/v1/stock/" + sku, "/api/v1/stock/" + sku + "/reservations")) {
            MvcTestResult answer = get(address);
            assertThat(answer).hasStatus(404);
            assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("STOCK_NOT_FOUND");
        }
    }

    @Test
    void answers_200_with_nothing_for_a_product_of_which_nothing_is_reserved() {
        feed.publish(registered("A-1", 7));
        assertThat(get("/api/v1/stock/A-1/reservations"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/A%00B, sku",
        "/12345678901234567890123456789012345678901234567890123456789012345, sku",
        "/A-1?low=1, low",
        "?low=-1, low",
        "?low=few, low",
        "?page=0, page",
        "?pageSize=101, pageSize",
        "?sort=sku, sort"
    })
    void answers_400_and_names_the_parameter_at_fault(String address, String parameter) {
        MvcTestResult answer = get("/api/v1/stock" + address);
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
    }

    @Test
    void answers_200_with_a_page_of_what_is_low() {
        feed.publish(registered("A-1", 7), registered("B-2", 2), registered("C-3", 1));
        MvcTestResult answer = get("/api/v1/stock?low=2&page=1&pageSize=1");
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.items[0].sku").isEqualTo("B-2");
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(answer).bodyJson().extractingPath("$.totalPages").isEqualTo(2);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(URI.create(address)).exchange();
    }

    private static StockRegistered registered(String sku, long onHand) {
        return new StockRegistered(sku, "Product", new StockLevel(onHand, 0, 0), StockUnit.PIECE);
    }
}
