package io.orderflow.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderView;
import org.junit.jupiter.api.Test;

class RecordJavadocTest {

    @Test
    void says_what_a_record_and_each_of_its_components_is() {
        RecordJavadoc line = RecordJavadoc.of(OrderView.Line.class);

        assertThat(line.text()).isEqualTo("One line.");
        assertThat(line.components())
                .hasSize(7)
                .containsEntry("lineTotal", "Quantity times unit price, rounded half-even.");
    }

    @Test
    void says_what_each_constant_is() {
        assertThat(RecordJavadoc.of(OrderStatus.class).components())
                .containsEntry("DELIVERED", "The customer has it. Final.");
    }

    @Test
    void writes_for_readers_of_json() {
        RecordJavadoc javadoc = RecordJavadoc.parse(
                """
                 An amount, {@code {"amount":"1"}}, of a
                 {@link io.orderflow.api.order.OrderStatus state}.

                 <p>See {@link Other#thing}.

                 @param one what it is,
                     over two lines; null once {@code gone}
                 @param two another.
                 @throws Never in a record
                """);

        assertThat(javadoc.text()).isEqualTo("An amount, `{\"amount\":\"1\"}`, of a state.\n\nSee thing.");
        assertThat(javadoc.components())
                .containsOnlyKeys("one", "two")
                .containsEntry("one", "What it is, over two lines; absent once `gone`.")
                .containsEntry("two", "Another.");
    }

    @Test
    void is_empty_where_there_is_none() {
        assertThat(RecordJavadoc.of(String.class).text()).isEmpty();
    }
}
