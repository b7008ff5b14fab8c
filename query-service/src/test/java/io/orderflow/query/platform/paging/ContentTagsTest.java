package io.orderflow.query.platform.paging;

import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.query.platform.projection.ReadModelTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ContentTagsTest extends ReadModelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders",
                "/api/v1/orders?cursor=*",
                "/api/v1/customers/01900000-0000-7000-8000-000000000ada/orders",
                "/api/v1/statistics/sales?by=status"
            })
    void a_list_that_the_caller_has_already_is_not_sent_again(String route) {
        feed.publish(opened(id(1)));
        String tag = tagOf(http.get().uri(route).exchange());

        MvcTestResult again = http.get().uri(route).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(304).hasHeader("ETag", tag).hasHeader("Cache-Control", "no-cache");
        assertThat(again).bodyText().isEmpty();
    }

    @Test
    void the_tag_of_a_list_is_told_without_the_list_too() {
        feed.publish(opened(id(1)));
        String tag = tagOf(http.get().uri("/api/v1/orders").exchange());

        assertThat(http.head().uri("/api/v1/orders").exchange()).hasStatus(200).hasHeader("ETag", tag);
        assertThat(http.head()
                        .uri("/api/v1/orders")
                        .header("If-None-Match", tag)
                        .exchange())
                .hasStatus(304);
    }

    @Test
    void whoever_has_a_list_whichever_has_it() {
        assertThat(http.get().uri("/api/v1/orders").header("If-None-Match", "*").exchange())
                .hasStatus(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders", "/api/v1/orders?cursor=*"})
    void a_list_that_has_changed_is_sent(String route) {
        feed.publish(opened(id(1)));
        String tag = tagOf(http.get().uri(route).exchange());
        feed.publish(new OrderCancelled(id(1), "changed my mind"));

        MvcTestResult again = http.get().uri(route).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(200);
        assertThat(tagOf(again)).isNotEqualTo(tag);
    }

    private static String tagOf(MvcTestResult answer) {
        assertThat(answer).hasStatus(200).containsHeader("ETag");
        return String.valueOf(answer.getResponse().getHeader("ETag"));
    }
}
