package io.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators see in the terminal. */
class ProjectionCommandsTest {

    private static final String RUNNING = "{\"state\":\"RUNNING\",\"generation\":2,\"target\":1000,\"position\":500,"
            + "\"head\":1000,\"eventsBehind\":500,\"progress\":0.5,\"eventsPerSecond\":250.0,\"remainingSeconds\":2,"
            + "\"startedAt\":\"2026-03-01T08:00:00Z\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/v1/projections", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void projections_are_a_table_with_what_is_wrong_below() {
        answers(
                "GET /api/v1/projections",
                "200 {\"items\":[{\"name\":\"order-list\",\"state\":\"FAILING\",\"generation\":1,\"position\":1234567,"
                        + "\"head\":1234667,\"eventsBehind\":100,\"lagMillis\":12000,\"eventsPerSecond\":3.4,"
                        + "\"segments\":[{\"segment\":0,\"position\":1,\"owner\":\"one\",\"replaying\":false},"
                        + "{\"segment\":1,\"position\":1,\"owner\":\"two\",\"replaying\":false}],"
                        + "\"deadLetters\":{\"sequences\":1,\"events\":7},"
                        + "\"failure\":{\"at\":\"2026-03-01T08:00:00Z\",\"cause\":\"Broken\"},\"replay\":"
                        + RUNNING
                        + "}]}");

        assertThat(run("projections")).isZero();
        assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "PROJECTION STATE GEN POSITION BEHIND LAG EVENTS/S LETTERS WORKED FOR BY",
                        "order-list FAILING 1 1,234,567 100 12 s 3 7 one, two",
                        "Broken at 2026-03-01T08:00:00Z",
                        "generation 2 [=============== ] 50 % 500 of 1,000 250/s about 2 s left");
    }

    @Test
    void checksums_are_lines_that_can_be_compared_with_those_of_another_installation() {
        answers(
                "GET /api/v1/projections",
                "200 {\"items\":[" + atRest("order-list") + "," + atRest("customers") + "]}");
        answers("GET /api/v1/projections/order-list/checksum", "200 " + sum("order-list", "00ff"));
        answers("GET /api/v1/projections/customers/checksum", "200 " + sum("customers", "ff00"));

        assertThat(run("checksums")).isZero();
        assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly("customers ff00 12 rows", "order-list 00ff 12 rows");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"eventsBehind\":0', '\"eventsBehind\":3', order-list has not caught up",
        "'\"position\":8', '\"position\":7', order-list has not caught up",
        "'\"events\":0', '\"events\":2', order-list holds back 2 events",
    })
    void a_checksum_of_what_is_not_complete_is_not_taken_for_one(String atRest, String now, String complaint) {
        answers(
                "GET /api/v1/projections",
                "200 {\"items\":[" + atRest("order-list").replace(atRest, now) + "]}");

        assertThat(run("checksums", "--patience=1")).isEqualTo(1);
        assertThat(err.toString()).contains(complaint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checksums_that_were_taken_while_something_was_written_are_not_to_be_compared() {
        String before = atRest("order-list");
        answers(
                "GET /api/v1/projections",
                "200 {\"items\":[" + before + "]}",
                "200 {\"items\":[" + before.replace("\"head\":8", "\"head\":9") + "]}");
        answers("GET /api/v1/projections/order-list/checksum", "200 " + sum("order-list", "00ff"));

        assertThat(run("checksums")).isEqualTo(1);
        assertThat(err.toString()).contains("Something was written meanwhile");
    }

    private static String atRest(String name) {
        return "{\"name\":\"" + name + "\",\"state\":\"RUNNING\",\"generation\":1,\"position\":9,\"head\":8,"
                + "\"eventsBehind\":0,\"lagMillis\":0,\"eventsPerSecond\":0,"
                + "\"segments\":[{\"segment\":0,\"position\":8,\"owner\":\"one\",\"replaying\":false}],"
                + "\"deadLetters\":{\"sequences\":0,\"events\":0}}";
    }

    private static String sum(String name, String value) {
        return "{\"name\":\"" + name + "\",\"generation\":1,\"checksum\":\"" + value + "\",\"rows\":12,\"position\":9}";
    }

    @Test
    void a_replay_is_shown_until_it_is_done() {
        answers("POST /api/v1/projections/order-list/replays", "202 " + RUNNING);
        answers("GET /api/v1/projections/order-list/replays/current", "200 " + RUNNING, "200 " + ended("DONE"));

        assertThat(run("replay", "order-list")).isZero();
        assertThat(out.toString())
                .contains("50 %", "250/s", "about 2 s left")
                .endsWith("order-list: generation 2 is live after 2.5 s." + System.lineSeparator());
    }

    @Test
    void a_replay_that_does_not_succeed_ends_with_1() {
        answers(
                "POST /api/v1/projections/order-list/replays",
                "409 {\"status\":409,\"code\":\"REPLAY_RUNNING\",\"detail\":\"one is running\"}");
        answers("GET /api/v1/projections/order-list/replays/current", "200 " + RUNNING, "200 " + ended("CANCELLED"));

        assertThat(run("replay", "order-list")).isEqualTo(1);
        assertThat(out.toString()).contains("a replay is running already", "order-list: cancelled after 2.5 s.");
    }

    @Test
    void a_projection_that_is_not_there_is_said_in_one_line() {
        answers(
                "POST /api/v1/projections/orders/replays",
                "404 {\"status\":404,\"code\":\"PROJECTION_NOT_FOUND\",\"detail\":\"There is no projection orders\"}");

        assertThat(run("replay", "orders")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("There is no projection orders");
    }

    private static String ended(String state) {
        return "{\"state\":\"" + state + "\",\"generation\":2,\"target\":1000,\"progress\":1.0,"
                + "\"startedAt\":\"2026-03-01T08:00:00Z\",\"endedAt\":\"2026-03-01T08:00:02.500Z\"}";
    }

    private void answers(String request, String... inTurn) {
        answers.put(request, new ArrayDeque<>(List.of(inTurn)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Deque<String> left = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String answer = left.size() > 1 ? left.remove() : left.element();
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--query-url=http://127.0.0.1:" + server.getAddress().getPort());
        return OrderflowCli.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
