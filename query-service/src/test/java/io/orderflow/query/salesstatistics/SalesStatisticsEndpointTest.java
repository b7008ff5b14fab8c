package io.orderflow.query.salesstatistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SalesStatisticsEndpointTest extends ReadModelTest {

    @BeforeEach
    void feed_history() {
        Sample.history().forEach(feed::publish);
    }

    @Test
    void answers_200_by_day_when_nothing_is_said() {
        MvcTestResult answer = get("sales");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [{
                            "key": {"start": "2026-02-27"},
                            "currency": "EUR",
                            "orders": 5,
                            "units": 14,
                            "revenue": {"amount": "22.50", "currency": "EUR"},
                            "cancelled": 1,
                            "cancellationRate": 0.2000,
                            "rejected": 2,
                            "rejectionRate": 0.4000}],
                         "total": 1, "page": 1, "pageSize": 20, "totalPages": 1}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    by=                 | 1 | {start=2026-02-27}
                    by=day              | 1 | {start=2026-02-27}
                    by=week             | 1 | {start=2026-02-23}
                    by=month            | 1 | {start=2026-02-01}
                    by=product&page=1   | 2 | {sku=A-1, productName=Product A-1}
                    by=customer         | 2 | {customerId=01900000-0000-7000-8000-000000000ada, customerName=Ada King}
                    by=customer&page=2&pageSize=1 | 2 | {customerId=01900000-0000-7000-8000-000000000b0b}
                    by=city             | 2 | {city=Reno, country=US}
                    by=status           | 4 | {status=PLACED}
                    """)
    void answers_200_with_the_key_that_was_asked_for(String query, int total, String key) {
        MvcTestResult answer = get("sales?" + query);
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(total);
        assertThat(answer).bodyJson().extractingPath("$.items[0].key").asMap().hasToString(key);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-27&to=2026-02-28, 5",
        "from=2026-02-28, 0",
        "to=2026-02-27, 0",
        "from=2026-02-27T10:16:30.123456Z, 3",
        "to=2026-02-27T11:16:30.123456%2B01:00, 2",
        "from=0000-01-01&to=9999-12-31, 5",
        "from=2026-02-28&to=2026-02-28, 0"
    })
    void answers_200_for_a_span_of_time(String query, int orders) {
        for (String by : new String[] {"day", "city"}) {
            MvcTestResult answer = get("sales?by=" + by + "&" + query);
            assertThat(answer).hasStatus(200);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.items[*].orders")
                    .asArray()
                    .satisfies(counts -> assertThat(Arrays.stream(counts)
                                    .mapToInt(count -> (Integer) count)
                                    .sum())
                            .isEqualTo(orders));
        }
        MvcTestResult answer = get("fulfilment?" + query);
        assertThat(answer).bodyJson().extractingPath("$.orders").isEqualTo(orders);
    }

    @Test
    void answers_200_about_fulfilment() {
        MvcTestResult answer = get("fulfilment");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"orders": 5,
                         "cancelled": 1,
                         "cancellationRate": 0.2000,
                         "cancellationReasons": [{"reason": "changed my mind", "orders": 1}],
                         "rejected": 2,
                         "rejectionRate": 0.4000,
                         "rejectionReasons": [
                            {"reason": "OUT_OF_STOCK", "orders": 1}, {"reason": "PAYMENT_DECLINED", "orders": 1}],
                         "timeToShip": {"orders": 1, "medianSeconds": 7200, "p90Seconds": 7200}}""");
    }

    @Test
    void answers_200_without_times_where_nothing_was_shipped() {
        MvcTestResult answer = get("fulfilment?from=2027-01-01");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"orders": 0, "cancelled": 0, "cancellationRate": 0.0000, "cancellationReasons": [],
                         "rejected": 0, "rejectionRate": 0.0000, "rejectionReasons": [], "timeToShip": {"orders": 0}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "sales?by=year, by",
        "sales?by=DAY, by",
        "sales?by=day&by=week, by",
        "sales?by=day;drop, by",
        "sales?from=yesterday, from",
        "sales?from=2026-02-28&to=2026-02-27, to",
        "fulfilment?from=2026-02-28&to=2026-02-27, to",
        "sales?to=2026-02-30, to",
        "sales?page=0, page",
        "sales?pageSize=101, pageSize",
        "sales?currency=EUR, currency",
        "fulfilment?from=2026-13-01, from",
        "fulfilment?to=now, to",
        "fulfilment?by=day, by",
        "fulfilment?page=1, page"
    })
    void answers_400_and_names_the_parameter_at_fault(String address, String parameter) {
        MvcTestResult answer = get(address);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sales/2026", "stock"})
    void answers_404_for_statistics_that_there_are_not(String address) {
        assertThat(get(address)).hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(URI.create("/api/v1/statistics/" + address)).exchange();
    }
}
