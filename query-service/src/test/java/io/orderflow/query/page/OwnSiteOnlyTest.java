package io.orderflow.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = PageRoutes.class)
@AutoConfigureMockMvc
@Import(OwnSiteOnlyTest.Projections.class)
class OwnSiteOnlyTest {

    /** Stands where the routes of operators are. */
    @RestController
    static class Projections {

        @RequestMapping("/api/v1/projections/{name}/pause")
        String done() {
            return "done";
        }
    }

    private static final String OPERATORS = "/api/v1/projections/customers/pause";

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/projections/customers/pause, cross-site",
        "DELETE, /api/v1/projections/customers/pause, cross-site",
        "POST, /api/v1/projections/customers/pause, same-site",
        "POST, /commands/api/v1/orders, cross-site",
        "DELETE, /commands/api/v1/orders/1, cross-site"
    })
    void refuses_what_a_page_of_another_site_asks_for(String method, String address, String from) {
        MvcTestResult answer = http.method(HttpMethod.valueOf(method))
                .uri(address)
                .header("Sec-Fetch-Site", from)
                .header("Idempotency-Key", "key-1")
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("CROSS_SITE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void lets_the_own_page_and_people_ask(String from) {
        assertThat(http.post().uri(OPERATORS).header("Sec-Fetch-Site", from)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void lets_programs_ask(String method) {
        assertThat(http.method(HttpMethod.valueOf(method)).uri(OPERATORS)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "http://localhost:8080, 403", "null, 403", "http://localhost, 200"})
    void looks_at_the_origin_where_a_browser_says_no_more(String origin, int status) {
        assertThat(http.post().uri(OPERATORS).header("Origin", origin).header("Host", "localhost"))
                .hasStatus(status);
    }

    @Test
    void lets_everybody_look() {
        assertThat(http.get().uri(OPERATORS).header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk();
    }
}
