package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProjectionNewsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int MESSAGE_BYTES = 7_999;

    private final ProjectionNews news = new ProjectionNews(JsonMapper.builder().build(), MESSAGE_BYTES);

    @Test
    void a_batch_is_one_message_with_the_newest_version_of_each_stream() {
        news.add("order-list", NOON, "order-1", 0);
        news.add("order-list", NOON, "order-2", 5);
        news.add("order-list", NOON.plusSeconds(1), "order-1", 1);

        assertThat(news.drain()).singleElement().satisfies(message -> assertThat(news.read(message))
                .isEqualTo(new ProjectionNews.Message(
                        "order-list", NOON.plusSeconds(1), Map.of("order-1", 1L, "order-2", 5L))));
        assertThat(news.drain()).as("told once").isEmpty();
    }

    @Test
    void what_does_not_fit_into_one_message_is_split() {
        int streams = 1_000;
        for (int i = 0; i < streams; i++) {
            news.add("stock-levels", NOON, "stock-\"Ä\u20ac\u0001" + i, Long.MAX_VALUE);
        }
        List<String> messages = news.drain();

        assertThat(messages).hasSizeGreaterThan(1).allSatisfy(message -> assertThat(
                        message.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(MESSAGE_BYTES));
        Map<String, Long> told = new HashMap<>();
        messages.forEach(message -> told.putAll(news.read(message).streams()));
        assertThat(told).hasSize(streams);
    }
}
