package io.orderflow.query.ordersearch;

import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderSearchEndpointTest extends ReadModelTest {

    @BeforeEach
    void feed_history() {
        Sample.history().forEach(feed::publish);
    }

    @Test
    void answers_200_with_a_page_as_the_list_does() {
        MvcTestResult answer = get("q=product%20a-1%20ber&status=REJECTED&pageSize=1&page=2");
        assertThat(answer).hasStatus(200);
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [{
                            "orderId": "01900000-0000-7000-8000-000000000002",
                            "customerId": "01900000-0000-7000-8000-000000000b0b",
                            "status": "REJECTED",
                            "total": {"amount": "10.00", "currency": "EUR"},
                            "itemCount": 10,
                            "lineCount": 1,
                            "orderedAt": "2026-02-27T10:16:30.123456Z",
                            "createdAt": "2026-03-01T08:00:09Z",
                            "updatedAt": "2026-03-01T08:00:11Z",
                            "version": 2}],
                         "total": 2, "page": 2, "pageSize": 1, "totalPages": 2}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    q=a1                                                                | 6
                    q=A-1&status=REJECTED,CANCELLED                                     | 4
                    q=a1&customerId=01900000-0000-7000-8000-000000000ada                | 3
                    q=a1&customerId=01900000-0000-7000-8000-000000000ada&status=PLACED  | 1
                    q=a1&from=2026-02-27&to=2026-02-28                                  | 6
                    q=a1&to=2026-02-27                                                  | 0
                    q=a1&sort=-total&page=7&pageSize=100                                | 6
                    q=ada                                                               | 3
                    q=track-2                                                           | 1
                    q=bob                                                               | 0
                    q=01900000-0000-7000-8000-000000000004                              | 1
                    q=nothing                                                           | 0
                    """)
    void answers_200_with_the_number_of_matches(String query, int total) {
        MvcTestResult answer = get(query);
        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(total);
        assertThat(answer).bodyJson().doesNotHavePath("$.incomplete");
    }

    @Test
    void names_one_fault_when_the_words_are_given_twice() {
        MvcTestResult answer = get("q=a&q=b");
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.violations.length()").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].detail").isEqualTo("must be given once");
    }

    @Test
    void answers_200_newest_first_with_20_a_page_by_default() {
        MvcTestResult answer = get("q=a1");
        assertThat(answer).bodyJson().extractingPath("$.items[0].orderId").isEqualTo(id(6).toString());
        assertThat(answer).bodyJson().extractingPath("$.page").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.pageSize").isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "'', q",
        "q=, q",
        "q=%20%09, q",
        "q=%25%5F*', q",
        "q=%00, q",
        "q=a&q=b, q",
        "q=a b c d e f g h i j k, q",
        "query=a, query",
        "q=a&status=UNKNOWN, status",
        "q=a&customerId=7, customerId",
        "q=a&from=yesterday, from",
        "q=a&sort=relevance, sort",
        "q=a&sort=-orderedAt;drop table order_search, sort",
        "q=a&page=0, page",
        "q=a&pageSize=101, pageSize"
    })
    void answers_400_and_names_the_parameter_at_fault(String query, String parameter) {
        MvcTestResult answer = get(query);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].parameter")
                .isEqualTo(parameter);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "'",
                "''",
                "a' or '1'='1",
                "a'; drop table order_search; --",
                "a%' --",
                "%a%",
                "_1",
                "\\",
                "${jndi:ldap://a}",
                "#{1+1}",
                "a\u0000b",
                "a\r\nSet-Cookie: b",
                "\u001b[31ma",
                "\ud800",
                "\u202ea1",
                "\u2028a1",
                "a\u0301\u0301\u0301".repeat(40),
                "\uFDFA".repeat(60),
                "a-".repeat(100),
                "\uD83D\uDE00 a1",
                "f".repeat(32),
                "f".repeat(33),
                "a".repeat(200),
                "a".repeat(10_000),
                "a ".repeat(5_000),
                "null",
                "true",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void answers_200_or_400_whatever_the_text_and_nothing_is_changed_by_it(String text) {
        MvcTestResult answer = get("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.getResponse().getStatus()).as(text).isIn(200, 400);
        assertThat(get("q=a1")).bodyJson().extractingPath("$.total").isEqualTo(6);
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThat(get("q=" + "a".repeat(200))).hasStatus(200);
        assertThat(get("q=" + "a".repeat(201))).hasStatus(400);
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri(URI.create("/api/v1/orders/search?" + query.replace(" ", "%20")))
                .exchange();
    }
}
