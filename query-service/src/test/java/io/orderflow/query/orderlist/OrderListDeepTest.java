package io.orderflow.query.orderlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists read to their end, by cursor and as CSV. */
class OrderListDeepTest extends ReadModelTest {

    private static final int ORDERS = 25;
    private static final JsonMapper JSON = JsonMapper.shared();

    @BeforeEach
    void feed_orders() {
        // groups of three share their time and their amount, so that the id has to decide
        IntStream.range(0, ORDERS)
                .forEach(i -> feed.publish(Sample.created(
                        Sample.id(1_000 + i), Sample.ADA, Sample.ORDERED.plusSeconds(i / 3), 1 + i / 3)));
    }

    @ParameterizedTest
    @EnumSource(OrderSort.class)
    void a_walk_by_cursor_meets_each_order_once_in_the_order_of_the_list(OrderSort sort) {
        List<String> walked = walk("&pageSize=4&sort=" + sort.parameter(), () -> {});

        List<String> listed = ids(json("/api/v1/orders?pageSize=100&sort=" + sort.parameter()));
        assertThat(walked).hasSize(ORDERS).isEqualTo(listed);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderSort.class,
            names = {"NEWEST_FIRST", "OLDEST_FIRST"})
    void a_list_of_several_states_is_in_the_order_of_the_whole(OrderSort sort) {
        // as bytes the one with the sign bit is the larger, as Java's numbers the smaller
        for (long bits : new long[] {1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            feed.publish(Sample.created(new UUID(bits, bits), Sample.ADA, Sample.ORDERED));
            feed.publish(Sample.created(new UUID(1, bits + 1), Sample.ADA, Sample.ORDERED));
        }
        for (int number = 0; number < ORDERS; number += 2) {
            feed.publish(new OrderCancelled(Sample.id(1_000 + number), "changed my mind"));
        }
        String of = "&status=PENDING,CANCELLED,PLACED&sort=" + sort.parameter();
        List<String> whole = ids(json("/api/v1/orders?pageSize=100&sort=" + sort.parameter()));

        assertThat(ids(json("/api/v1/orders?pageSize=100" + of))).isEqualTo(whole);
        assertThat(walk("&pageSize=4" + of, () -> {})).isEqualTo(whole);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.addAll(ids(json("/api/v1/orders?pageSize=10" + of + "&page=" + page)));
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void orders_that_arrive_during_a_walk_move_nothing() {
        List<String> before = ids(json("/api/v1/orders?pageSize=100"));
        List<String> walked = walk("&pageSize=4", () -> {
            Instant newest = Sample.ORDERED.plusSeconds(86_400);
            feed.publish(Sample.created(UUID.randomUUID(), Sample.ADA, newest));
        });

        assertThat(walked).isEqualTo(before);
    }

    @Test
    void a_walk_keeps_its_filter_and_says_where_to_go_on() {
        feed.publish(Sample.created(Sample.id(1), Sample.BOB, Sample.ORDERED));
        feed.publish(Sample.created(Sample.id(2), Sample.BOB, Sample.ORDERED));
        MvcTestResult answer = get("/api/v1/orders?cursor=*&pageSize=1&customerId=" + Sample.BOB);

        String link = answer.getResponse().getHeader("Link");
        assertThat(link)
                .startsWith("</api/v1/orders?")
                .endsWith("; rel=\"next\"")
                .contains("customerId=" + Sample.BOB);
        JsonNode last = json(link.substring(1, link.indexOf('>')));
        assertThat(ids(last)).hasSize(1);
        assertThat(last.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=*&page=2",
                "cursor=*&pageSize=101",
                // of another sort
                "cursor=TkVXRVNUX0ZJUlNUfDIwMjYtMDItMjdUMTA6MTU6MzBafDAxOTBhOGYwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ&sort=total",
                "format=xml",
                "format=csv&cursor=*",
                "format=csv&page=1"
            })
    void what_is_no_cursor_and_no_format_is_refused(String query) {
        assertThat(get("/api/v1/orders?" + query)).hasStatus(400);
    }

    @Test
    void csv_has_every_order_that_matches_and_no_formula() {
        feed.publish(new CustomerRegistered(Sample.ADA, "=HYPERLINK(\"http://evil\"), Ada", "ada@example.com"));
        MvcTestResult answer = http.get()
                .uri("/api/v1/orders?format=csv&sort=orderedAt&status=PENDING")
                .exchange();

        assertThat(answer).hasStatus(200).hasContentType("text/csv;charset=UTF-8");
        String body = new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        List<String> lines = body.lines().toList();
        assertThat(lines).hasSize(ORDERS + 1);
        assertThat(lines.get(0)).startsWith("orderId,customerId,customerName,status,total,currency,");
        assertThat(lines.get(1))
                .startsWith(Sample.id(1_000) + "," + Sample.ADA
                        + ",\"'=HYPERLINK(\"\"http://evil\"\"), Ada\",PENDING,1.00,EUR,1,1,");
    }

    private List<String> walk(String parameters, Runnable between) {
        List<String> walked = new ArrayList<>();
        String cursor = "*";
        while (cursor != null) {
            JsonNode slice = json("/api/v1/orders?cursor=" + cursor + parameters);
            walked.addAll(ids(slice));
            cursor = slice.has("nextCursor") ? slice.get("nextCursor").asString() : null;
            between.run();
        }
        return walked;
    }

    private List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("orderId").asString()));
        return ids;
    }

    private JsonNode json(String uri) {
        MvcTestResult answer = get(uri);
        assertThat(answer).hasStatus(200);
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(java.net.URI.create(uri)).exchange();
    }
}
