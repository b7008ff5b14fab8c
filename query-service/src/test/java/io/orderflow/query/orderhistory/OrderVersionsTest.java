package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.query.FindOrderAtVersion;
import io.orderflow.api.order.query.OrderAsOf;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.platform.projection.Sample;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the live stream of an order is made of. */
class OrderVersionsTest extends ReadModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int MANY = 1_000;

    @Autowired
    Answers answers;

    @Test
    void every_version_is_shown_as_it_is_when_it_is_asked_for_alone() {
        System.out.println(getClass().getSimpleName() + ": -Dorderflow.model.seed=" + SEED);
        Random random = new Random(SEED);
        feed.publish(new CustomerRegistered(Sample.ADA, "Ada", "ada@example.org"));
        for (int number = 1; number <= 8; number++) {
            UUID order = Sample.id(number);
            OrderWalk.of(random, order, Sample.ADA).forEach(feed::publish);
            feed.publish(new CustomerRenamed(Sample.ADA, "Ada " + number));
            Versions all = versions(order, -1L, MANY);

            assertThat(all.views())
                    .as("seed %d", SEED)
                    .isEqualTo(LongStream.rangeClosed(0, all.latest())
                            .mapToObj(version -> alone(order, version))
                            .toList());
            assertThat(all.status()).isEqualTo(alone(order, all.latest()).status());
            assertThat(versions(order, null, MANY).views()).containsExactly(alone(order, all.latest()));
        }
    }

    @Test
    void versions_can_be_read_part_by_part() {
        UUID order = Sample.id(1);
        feed.publish(Sample.opened(order));
        for (int quantity = 2; quantity <= 6; quantity++) {
            feed.publish(Sample.quantity(order, Sample.FIRST_LINE, quantity, "1.00"));
        }
        assertThat(numbers(order, -1L, 2)).containsExactly(0L, 1L);
        assertThat(numbers(order, 1L, 3)).containsExactly(2L, 3L, 4L);
        assertThat(numbers(order, 4L, 3)).containsExactly(5L);
        assertThat(numbers(order, 5L, 3)).isEmpty();
        assertThat(numbers(order, 9L, 3)).isEmpty();
        assertThat(versions(order, 9L, 3).latest()).isEqualTo(5);
        assertThat(answers.ifAny(new FindVersions(Sample.id(9), null, 3), Versions.class))
                .isEmpty();
    }

    @Test
    void an_order_is_over_in_a_final_state_only() {
        UUID order = Sample.id(1);
        feed.publish(Sample.created(order, Sample.ADA, Sample.ORDERED));
        assertThat(versions(order, null, 1).isOver()).isFalse();
        feed.publish(Sample.placed(Sample.created(order, Sample.ADA, Sample.ORDERED)));
        assertThat(versions(order, null, 1).isOver()).isFalse();
        feed.publish(new OrderCancelled(order, "changed my mind"));
        assertThat(versions(order, null, 1).isOver()).isTrue();
    }

    @Test
    void the_latest_versions_of_many_orders_are_one_question() {
        UUID changed = Sample.id(1);
        UUID untouched = Sample.id(2);
        feed.publish(Sample.opened(changed), Sample.opened(untouched));
        feed.publish(Sample.quantity(changed, Sample.FIRST_LINE, 2, "1.00"));

        assertThat(answers.all(new FindLatestVersions(Set.of(changed, untouched, Sample.id(3))), LatestVersion.class))
                .containsExactlyInAnyOrder(new LatestVersion(changed, 1), new LatestVersion(untouched, 0));
    }

    private List<Long> numbers(UUID order, Long after, int limit) {
        return versions(order, after, limit).views().stream()
                .map(OrderView::version)
                .toList();
    }

    private Versions versions(UUID order, Long after, int limit) {
        return answers.ifAny(new FindVersions(order, after, limit), Versions.class)
                .orElseThrow();
    }

    private OrderView alone(UUID order, long version) {
        return answers.ifAny(new FindOrderAtVersion(order, version), OrderAsOf.class)
                .orElseThrow()
                .order();
    }
}
