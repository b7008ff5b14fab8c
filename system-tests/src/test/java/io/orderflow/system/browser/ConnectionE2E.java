package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class ConnectionE2E {

    @Test
    void comes_back_after_the_query_service_was_restarted_and_shows_what_happened_meanwhile(Page page, Shop shop) {
        UUID customer = shop.customer("Connection");
        UUID order = shop.pending(customer, "Desk", 1).orderId();
        page.expectError("net::ERR_");
        page.open("/").awaitText(".connection", "Live");

        shop.services().query.kill();
        try {
            page.awaitText(".connection", "Reconnecting");
            shop.orders().cancel(order, "while nobody looked");
        } finally {
            shop.services().query.startAndWait();
        }

        page.awaitText(".connection", "Live");
        page.awaitElement(".column[data-status=CANCELLED] [data-card='" + order + "']");
    }

    @Test
    void rests_in_a_hidden_tab_and_goes_on_when_it_is_shown(Page page, Shop shop) {
        UUID customer = shop.customer("Resting");
        UUID order = shop.pending(customer, "Desk", 1).orderId();
        page.open("/").awaitText(".connection", "Live");

        visibility(page, "hidden");
        page.awaitText(".connection", "Resting");
        shop.orders().cancel(order, "while it was hidden");
        visibility(page, "visible");

        page.awaitText(".connection", "Live");
        page.awaitElement(".column[data-status=CANCELLED] [data-card='" + order + "']");
    }

    @Test
    void says_of_when_it_is_when_the_service_went_away_while_it_was_hidden(Page page, Shop shop) {
        shop.settled();
        page.expectError("net::ERR_");
        page.open("/").awaitText(".connection", "Live");
        visibility(page, "hidden");
        page.awaitText(".connection", "Resting");

        shop.services().query.kill();
        try {
            visibility(page, "visible");
            page.awaitText(".connection-lost", "as of");
        } finally {
            shop.services().query.startAndWait();
        }

        page.awaitText(".connection", "Live");
        page.awaitThat(() -> assertThat(page.has(".connection-lost")).isFalse());
    }

    @Test
    void has_one_stream_however_many_views_were_looked_at(Page page, Shop shop) {
        UUID order = shop.pending(shop.customer("One stream"), "Desk", 1).orderId();
        page.open("/").awaitText(".connection", "Live");
        page.run(
                """
                const real = window.fetch;
                const open = new Set();
                Object.defineProperty(window, 'open_streams', {get: () => open.size});
                window.fetch = async (url, init) => {
                    const answer = await real(url, init);
                    if (init?.headers?.Accept !== 'text/event-stream' || !answer.ok) return answer;
                    const stream = {};
                    open.add(stream);
                    init.signal.addEventListener('abort', () => open.delete(stream));
                    const [theirs, ours] = answer.body.tee();
                    ours.pipeTo(new WritableStream()).catch(() => {}).finally(() => open.delete(stream));
                    return new Response(theirs, {status: answer.status, headers: answer.headers});
                };""");
        page.click("nav a[href='/orders']");
        page.awaitText(".connection", "Live");
        page.click("nav a[href='/stock']");
        page.awaitText(".connection", "Live");
        page.click("nav a[href='/orders']");
        page.click("a[href='/orders/" + order + "']");
        page.awaitText("h1", "Order");
        page.awaitText(".connection", "Live");
        page.awaitThat(() -> assertThat(page.run("return window.open_streams")).isEqualTo(1L));
    }

    @Test
    void explains_views_that_are_opened_without_the_service_and_shows_them_when_it_is_back(Page page, Shop shop) {
        UUID order = shop.pending(shop.customer("Connection Lost"), "Desk", 1).orderId();
        page.expectError("net::ERR_");
        withAllViewsLoaded(page, order);

        shop.services().query.kill();
        try {
            page.awaitText(".connection-lost", "as of");
            page.click("[data-card='" + order + "'] a");
            page.awaitText("main .problem", "cannot be reached");
            for (String section : List.of("Orders", "Customers", "Statistics", "Operations", "Board", "Stock")) {
                page.click(section(section));
                page.awaitText("main h1", section);
                page.awaitText("main .problem", "cannot be reached");
                page.awaitText("main .problem button", "Try again");
            }
        } finally {
            shop.services().query.startAndWait();
        }

        page.awaitElement("tr[data-sku=DESK]");
        page.awaitThat(
                () -> assertThat(page.has("main .problem, .connection-lost")).isFalse());
    }

    @Test
    void does_not_say_that_the_command_service_is_down_when_it_cannot_ask(Page page, Shop shop) {
        page.expectError("net::ERR_");
        page.open("/operations").awaitText("[data-service='Command service']", "up");

        shop.services().query.kill();
        try {
            page.awaitText("[data-service='Query service']", "down");
            page.awaitText("[data-service='Command service']", "unknown");
            page.awaitText(".connection-lost", "as of");
        } finally {
            shop.services().query.startAndWait();
        }

        page.awaitText("[data-service='Command service']", "up");
    }

    @Test
    void shows_an_order_by_itself_that_was_opened_without_the_service(Page page, Shop shop) {
        UUID order = shop.pending(shop.customer("Connection Order"), "Desk", 1).orderId();
        page.expectError("net::ERR_");
        withAllViewsLoaded(page, order);

        shop.services().query.kill();
        try {
            page.click("[data-card='" + order + "'] a");
            page.awaitText("main .problem", "cannot be reached");
        } finally {
            shop.services().query.startAndWait();
        }

        page.awaitText(".order-head", "Pending");
        page.awaitText(".connection", "Live");
    }

    /** The board, after everything was looked at once: a view that was not loaded before cannot be without the service. */
    private static void withAllViewsLoaded(Page page, UUID order) {
        page.open("/orders/" + order).awaitText(".order-head", "Pending");
        for (String section : List.of("Orders", "Customers", "Statistics", "Operations", "Stock", "Board")) {
            page.click(section(section));
            page.awaitText("main h1", section);
        }
        page.awaitElement("[data-card='" + order + "'] a");
        page.awaitText(".connection", "Live");
    }

    private static String section(String name) {
        return "nav a[href='/" + (name.equals("Board") ? "" : name.toLowerCase(Locale.ROOT)) + "']";
    }

    private static void visibility(Page page, String state) {
        page.run(
                "Object.defineProperty(document, 'visibilityState', {value: arguments[0], configurable: true});"
                        + "document.dispatchEvent(new Event('visibilitychange'));",
                state);
    }
}
