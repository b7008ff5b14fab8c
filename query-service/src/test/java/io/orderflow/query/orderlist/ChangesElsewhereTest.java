package io.orderflow.query.orderlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.Sample;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesElsewhereTest {

    private final TheList list = new TheList();
    private final ChangesElsewhere changes = new ChangesElsewhere(list);

    @BeforeEach
    void anotherReplicaProjects() {
        list.position = 10;
        changes.begin();
    }

    @Test
    void what_another_replica_has_changed_is_found_once() {
        OrderSummary changed = list.shows(UUID.randomUUID(), 3, 11);
        list.position = 11;

        assertThat(changes.find()).contains(List.of(changed));
        assertThat(changes.find()).contains(List.of());
        assertThat(changes.knownUpTo()).isEqualTo(11);
    }

    @Test
    void while_another_replica_projects_an_update_says_nothing_of_what_is_known() {
        changes.advance(OptionalLong.empty());

        assertThat(changes.knownUpTo()).isEqualTo(10);
    }

    @Test
    void once_all_is_projected_here_it_is_looked_for_what_was_not_and_then_updates_are_enough() {
        assertThat(changes.advance(OptionalLong.of(20))).isTrue();
        assertThat(changes.knownUpTo()).isEqualTo(10);
        OrderSummary changed = list.shows(UUID.randomUUID(), 0, 12);
        list.position = 15;
        list.alone = true;
        assertThat(changes.find()).contains(List.of(changed));

        assertThat(changes.advance(OptionalLong.of(20))).isFalse();
        assertThat(changes.knownUpTo()).isEqualTo(20);
    }

    @Test
    void a_look_that_fails_after_the_other_replica_has_gone_is_made_again() {
        OrderSummary changed = list.shows(UUID.randomUUID(), 0, 11);
        list.position = 11;
        list.alone = true;
        list.broken = true;
        assertThatThrownBy(changes::find).isInstanceOf(IllegalStateException.class);
        assertThat(changes.knownUpTo()).isEqualTo(10);
        list.broken = false;

        assertThat(changes.find()).contains(List.of(changed));
    }

    @Test
    void a_look_that_fails_half_way_has_told_of_nothing() {
        for (int i = 1; i <= 1_500; i++) {
            list.shows(UUID.randomUUID(), 0, 10 + i);
        }
        list.brokenFrom = 1_000;
        assertThatThrownBy(changes::find).isInstanceOf(IllegalStateException.class);
        list.brokenFrom = Long.MAX_VALUE;

        assertThat(changes.find().orElseThrow()).hasSize(1_500);
    }

    @Test
    void however_far_one_segment_is_behind_each_change_is_told_once() {
        for (int look = 0; look < 30; look++) {
            for (int i = 1; i <= 1_000; i++) {
                list.shows(UUID.randomUUID(), 0, 10 + look * 1_000 + i);
            }
            assertThat(changes.find().orElseThrow()).as("look %s", look).hasSize(1_000);
        }
        assertThat(changes.knownUpTo()).isEqualTo(10);
    }

    @Test
    void clients_begin_anew_when_too_much_is_untold_and_then_only_once() {
        for (int i = 1; i <= 10_001; i++) {
            list.shows(UUID.randomUUID(), 0, 10 + i);
        }
        assertThat(changes.find()).isEmpty();
        assertThat(changes.find()).contains(List.of());
        OrderSummary changed = list.shows(UUID.randomUUID(), 0, 10_012);

        assertThat(changes.find()).contains(List.of(changed));
    }

    @Test
    void an_update_that_comes_after_its_order_was_found_is_no_news() {
        UUID order = UUID.randomUUID();
        OrderSummary found = list.shows(order, 5, 12);
        list.position = 12;
        changes.find();

        assertThat(changes.isNews(summary(order, 4), 11)).isFalse();
        assertThat(changes.isNews(found, 12)).isFalse();
        assertThat(changes.isNews(summary(order, 6), 13)).isTrue();
    }

    private static OrderSummary summary(UUID order, long version) {
        return new OrderSummary(
                order,
                Sample.ADA,
                null,
                OrderStatus.PENDING,
                Sample.eur("1.00"),
                1,
                1,
                Sample.ORDERED,
                Sample.ORDERED,
                null,
                Sample.ORDERED,
                version);
    }

    /** The list as a replica sees it that projects nothing. */
    private static final class TheList implements ChangesElsewhere.Source {

        private final NavigableMap<Long, ChangedOrder> rows = new TreeMap<>();
        private boolean alone;
        private boolean broken;
        private long brokenFrom = Long.MAX_VALUE;
        private long position;

        private OrderSummary shows(UUID order, long version, long at) {
            OrderSummary summary = summary(order, version);
            rows.put(at, new ChangedOrder(summary, at));
            return summary;
        }

        @Override
        public boolean isReadHereAlone() {
            return alone;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public List<ChangedOrder> changedSince(long after, int limit) {
            if (broken || after >= brokenFrom) {
                throw new IllegalStateException("the database is away");
            }
            return rows.tailMap(after, false).values().stream().limit(limit).toList();
        }
    }
}
