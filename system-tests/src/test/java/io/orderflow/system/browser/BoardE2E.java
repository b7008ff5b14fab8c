package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PageTest
class BoardE2E {

    private static final int BURST = 1_000;

    @Test
    void moves_a_card_when_its_order_changes_elsewhere(Page page, Shop shop) {
        UUID customer = shop.customer("Board Mover");
        UUID order = shop.pending(customer, "Desk", 1).orderId();
        page.open("/").awaitElement(card("PENDING", order));

        shop.orders().cancel(order, "changed my mind");

        page.awaitElement(card("CANCELLED", order));
        page.awaitThat(() -> assertThat(page.has(card("PENDING", order))).isFalse());
    }

    @Test
    void shows_an_order_that_is_new_and_counts_it(Page page, Shop shop) {
        UUID customer = shop.customer("Board Newcomer");
        shop.settled();
        page.open("/").awaitText(".connection", "Live");
        UUID order = shop.pending(customer, "Desk", 1).orderId();

        page.awaitElement(card("PENDING", order));
        page.awaitThat(() -> assertThat(counted(page, "PENDING")).isEqualTo(pending(shop)));
        assertThat(page.text(card("PENDING", order))).contains("Board Newcomer", "149.50 EUR");
    }

    @Test
    void is_right_after_a_burst(Page page, Shop shop) throws Exception {
        UUID customer = shop.customer("Board Burst");
        shop.settled();
        page.open("/").awaitText(".connection", "Live");
        long before = pending(shop);
        page.run(
                """
                window.longest = 0;
                new PerformanceObserver(list => list.getEntries()
                    .forEach(task => window.longest = Math.max(window.longest, task.duration))).observe({type: 'longtask'});""");

        ForkJoinPool senders = new ForkJoinPool(8);
        senders.submit(() -> IntStream.range(0, BURST).parallel().forEach(i -> shop.orders()
                        .create(shop.newOrder(customer, "Desk", 1))))
                .get();
        senders.shutdown();

        shop.settled();
        assertThat(pending(shop)).isEqualTo(before + BURST);
        page.awaitThat(() -> assertThat(counted(page, "PENDING")).isEqualTo(before + BURST));
        assertThat(page.count(".column[data-status=PENDING] [data-card]"))
                .as("cards, of which only so many are shown")
                .isEqualTo(25);
        System.out.printf(
                "BoardE2E: %d new orders, longest task of the page %s ms%n", BURST, page.run("return window.longest"));
    }

    @Test
    void counts_again_when_it_shows_what_was_counted_before(Page page, Shop shop) {
        UUID customer = shop.customer("Board Late");
        shop.settled();
        page.open("/").awaitText(".connection", "Live");
        page.awaitElement(".board");
        page.run(
                """
                const real = window.setTimeout;
                const together = [120, 400];
                window.setTimeout = (action, millis) => real(action, together.includes(millis) ? 6_000 : millis);""");

        List<UUID> orders = Stream.generate(
                        () -> shop.pending(customer, "Desk", 1).orderId())
                .limit(3)
                .toList();

        orders.forEach(order -> page.awaitElement(card("PENDING", order)));
        page.awaitThat(() -> assertThat(counted(page, "PENDING")).isEqualTo(pending(shop)));
    }

    @Test
    void counts_again_what_could_not_be_counted(Page page, Shop shop) {
        UUID customer = shop.customer("Board Recount");
        page.open("/").awaitText(".connection", "Live");
        page.awaitElement(".board");
        page.run(
                """
                const real = window.fetch;
                const columns = document.querySelectorAll('.column').length;
                let counts = 0;
                window.fetch = async (url, init) => {
                    if (!url.endsWith('pageSize=1')) return real(url, init);
                    if (++counts <= columns) throw new TypeError('cut off');
                    return new Response('{"items": [], "total": 4711}', {headers: {'Content-Type': 'application/json'}});
                };""");

        shop.orders().create(shop.newOrder(customer, "Desk", 1));

        page.awaitThat(() -> assertThat(counted(page, "PENDING")).isEqualTo(4711L));
    }

    @Test
    void hides_closed_orders_when_its_address_says_so(Page page, Shop shop) {
        page.open("/").awaitElement(".column[data-status=DELIVERED]");
        page.click("input[name=closed]");
        page.awaitThat(
                () -> assertThat(page.has(".column[data-status=DELIVERED]")).isFalse());
        assertThat(page.address()).isEqualTo("/?closed=hidden");
        page.back();
        page.awaitElement(".column[data-status=DELIVERED]");
    }

    private static String card(String status, UUID order) {
        return ".column[data-status=" + status + "] [data-card='" + order + "']";
    }

    private static long pending(Shop shop) {
        return shop.orders()
                .list(OrderFilter.all().in(OrderStatus.PENDING).page(1, 1))
                .total();
    }

    private static long counted(Page page, String status) {
        String selector = ".column[data-status=" + status + "] .count";
        page.awaitElement(selector);
        return Long.parseLong(page.text(selector).replace(",", ""));
    }
}
