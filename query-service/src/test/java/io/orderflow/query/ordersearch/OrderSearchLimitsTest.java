package io.orderflow.query.ordersearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.FindOrdersByText;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** More orders than are looked at for one question: answers are compared with those of going through all of them. */
class OrderSearchLimitsTest extends ReadModelTest {

    private static final int ORDERS = Candidates.MOST * 2;
    private static final int QUESTIONS = 300;
    private static final long SEED = 20_261_121;

    @Autowired
    private OrderSearchQueries queries;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void what_is_answered_is_right_whatever_the_question_and_says_if_more_may_follow() {
        List<ManyOrders.Made> orders = new ArrayList<>();
        new ManyOrders(ORDERS, SEED).fill(jdbc, orders::add);
        Random random = new Random(SEED);
        int incomplete = 0;
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            FindOrdersByText question = question(orders, random);
            OrderPage answer = queries.handle(question);
            List<UUID> expected = goThrough(orders, question);
            boolean complete = answer.incomplete() == null;
            if (complete) {
                assertThat(answer.total()).as("total of %s", question).isEqualTo(expected.size());
            } else {
                assertThat(answer.total()).as("total of %s", question).isLessThanOrEqualTo(expected.size());
                incomplete++;
            }
            assertThat(answer.items().stream().map(OrderSummary::orderId))
                    .as("items of %s", question)
                    .isEqualTo(page(expected, answer));
            found += answer.items().size();
        }
        assertThat(incomplete).isBetween(QUESTIONS / 20, QUESTIONS / 2);
        assertThat(found).isGreaterThan(QUESTIONS);
    }

    private static List<UUID> page(List<UUID> all, OrderPage answer) {
        return all.stream()
                .limit(answer.total())
                .skip((answer.page() - 1L) * answer.pageSize())
                .limit(answer.pageSize())
                .toList();
    }

    /** One to three beginnings of words that some order has, half of them short and common, with or without a filter. */
    private static FindOrdersByText question(List<ManyOrders.Made> orders, Random random) {
        ManyOrders.Made order = orders.get(random.nextInt(orders.size()));
        List<String> words = new ArrayList<>(order.words());
        words.addAll(order.customerWords());
        words.add(order.summary().orderId().toString());
        String text = String.join(
                " ",
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> words.get(random.nextInt(words.size())))
                        .map(word -> beginning(word, random))
                        .toList());
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        IntStream.range(0, random.nextInt(3))
                .forEach(i -> statuses.add(OrderStatus.values()[random.nextInt(OrderStatus.values().length)]));
        UUID customer = random.nextInt(6) == 0 ? order.summary().customerId() : null;
        Instant from = random.nextInt(6) == 0 ? order.summary().orderedAt() : null;
        Instant to = random.nextInt(6) == 0 ? order.summary().orderedAt().plusSeconds(random.nextInt(9_000)) : null;
        OrderSort sort = OrderSort.values()[random.nextInt(OrderSort.values().length)];
        return new FindOrdersByText(
                text,
                new FindOrders(statuses, customer, from, to, sort, 1 + random.nextInt(3), 1 + random.nextInt(100)));
    }

    private static String beginning(String word, Random random) {
        int most = random.nextBoolean() ? 3 : word.length();
        return word.substring(0, Math.min(word.length(), 1 + random.nextInt(most)));
    }

    private static List<UUID> goThrough(List<ManyOrders.Made> orders, FindOrdersByText question) {
        List<String> words = SearchWords.asked(question.text());
        FindOrders filter = question.filter();
        return orders.stream()
                .filter(order -> words.stream().allMatch(word -> hasWord(order, word)))
                .map(ManyOrders.Made::summary)
                .filter(order ->
                        filter.statuses().isEmpty() || filter.statuses().contains(order.status()))
                .filter(order -> is(filter.customerId(), order.customerId()))
                .filter(order -> filter.from() == null || !order.orderedAt().isBefore(filter.from()))
                .filter(order -> filter.to() == null || order.orderedAt().isBefore(filter.to()))
                .sorted(order(filter.sort()))
                .map(OrderSummary::orderId)
                .toList();
    }

    private static boolean is(@Nullable UUID wanted, UUID actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static boolean hasWord(ManyOrders.Made order, String beginning) {
        String id = order.summary().orderId().toString().replace("-", "");
        return Stream.of(order.words().stream(), order.customerWords().stream(), Stream.of(id))
                .flatMap(words -> words)
                .anyMatch(word -> word.startsWith(beginning));
    }

    private static Comparator<OrderSummary> order(OrderSort sort) {
        Comparator<OrderSummary> by =
                switch (sort) {
                    case NEWEST_FIRST, OLDEST_FIRST -> Comparator.comparing(OrderSummary::orderedAt);
                    case CREATED_LAST_FIRST, CREATED_FIRST_FIRST -> Comparator.comparing(OrderSummary::createdAt);
                    case CHANGED_LAST_FIRST, CHANGED_FIRST_FIRST -> Comparator.comparing(OrderSummary::updatedAt);
                    case LARGEST_FIRST, SMALLEST_FIRST ->
                        Comparator.comparing(order -> order.total().amount());
                };
        // as text an id sorts as the databases sort it
        Comparator<OrderSummary> all = by.thenComparing(order -> order.orderId().toString());
        return sort.parameter().startsWith("-") ? all.reversed() : all;
    }
}
