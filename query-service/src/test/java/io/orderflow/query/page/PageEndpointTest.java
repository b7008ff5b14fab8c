package io.orderflow.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = PageRoutes.class)
@AutoConfigureMockMvc
class PageEndpointTest {

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders",
                "/orders/new",
                "/orders/0190a8f0-0000-7000-8000-000000000001",
                "/stock",
                "/customers",
                "/customers/0190a8f0-0000-7000-8000-00000000000a",
                "/statistics?range=7",
                "/operations"
            })
    void answers_every_address_of_the_page_with_the_document(String address) throws Exception {
        MvcTestResult answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk().hasContentType("text/html;charset=UTF-8");
        assertThat(text(answer)).contains("<of-shell></of-shell>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "/orders/1/2", "/stock/"})
    void shows_the_page_to_a_browser_at_an_address_that_there_is_not(String address) throws Exception {
        MvcTestResult answer = http.get()
                .uri(address)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .exchange();
        assertThat(answer).hasStatus(404).hasContentType("text/html;charset=UTF-8");
        assertThat(text(answer)).contains("<of-shell></of-shell>");
        assertThat(policy(answer)).contains("default-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void answers_a_program_with_a_problem_at_an_address_that_there_is_not(String accepted) {
        MvcTestResult answer =
                http.get().uri("/elsewhere").header("Accept", accepted).exchange();
        assertThat(answer).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/elsewhere", "/commands/elsewhere", "/page/0/none.js", "/webjars/none.js"})
    void answers_a_browser_with_a_problem_where_no_page_can_be(String address) {
        assertThat(http.get().uri(address).header("Accept", "text/html"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void allows_the_import_map_by_its_hash_and_nothing_else_inline() throws Exception {
        MvcTestResult answer = http.get().uri("/").exchange();
        String html = text(answer);
        Matcher inline = Pattern.compile("<script(?![^>]* src=)[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(inline.results().map(found -> PageFiles.hashSource(found.group(1))))
                .as("inline scripts")
                .singleElement()
                .satisfies(hash -> assertThat(policy(answer)).contains("script-src 'self' " + hash + ";"));
        assertThat(policy(answer)).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(html)
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("http:")
                .doesNotContain("https:");
    }

    @Test
    void has_every_file_that_the_document_and_the_import_map_name() throws Exception {
        String html = text(http.get().uri("/").exchange());
        Matcher links = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(html);
        assertThat(links.results().map(found -> found.group(1))).hasSize(3).allSatisfy(file -> assertThat(
                        http.get().uri(file))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable"));
        Matcher map = Pattern.compile("type=\"importmap\">(.*?)</script>").matcher(html);
        assertThat(map.find()).isTrue();
        assertThat(new JsonMapper().readTree(map.group(1)).get("imports").properties())
                .filteredOn(entry -> !entry.getKey().endsWith("/"))
                .hasSize(6)
                .allSatisfy(entry -> assertThat(http.get().uri(entry.getValue().asString()))
                        .as(entry.getKey())
                        .hasStatusOk());
    }

    private static String policy(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Content-Security-Policy"));
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }
}
