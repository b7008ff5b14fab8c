package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class OrderPageE2E {

    @Test
    void explains_a_conflict_and_offers_the_order_as_it_is(Page page, Shop shop) {
        OrderView order = shop.pending(shop.customer("Order Conflict"), "Desk", 1);
        page.expectError("status of 412");
        page.open("/orders/" + order.orderId());
        page.click("[data-action=cancel]");
        page.awaitElement("dialog[open] [name=reason]");
        page.type("[name=reason]", "no longer wanted");

        shop.orders().changeQuantity(order.orderId(), order.lines().get(0).lineId(), 5);
        page.click("dialog .danger");

        page.awaitText("dialog .problem", "has changed meanwhile");
        assertThat(page.text("dialog .problem")).contains("version 0", "now at version 1", "VERSION_CONFLICT · 412");
        assertThat(shop.orders().find(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.PENDING);
        page.click("dialog .problem button");
        page.awaitText("[data-version]", "1");
        assertThat(page.has("dialog[open]")).isFalse();
    }

    @Test
    void carries_out_an_action_and_shows_its_version(Page page, Shop shop) {
        OrderView order = shop.confirmed(shop.customer("Order Shipper"));
        page.open("/orders/" + order.orderId());
        page.click("[data-action=ship]");
        page.awaitElement("dialog[open] [name=trackingNumber]");
        page.type("[name=trackingNumber]", "JD-4711");
        page.click("dialog .primary");

        page.awaitText(".order-head", "Shipped");
        page.awaitText("[data-version]", "3");
        page.awaitText(".shipments", "JD-4711");
        page.awaitText(".timeline", "tracking JD-4711");
        assertThat(page.has("[data-action=cancel]")).isFalse();
    }

    @Test
    void says_at_the_field_what_an_action_lacks(Page page, Shop shop) {
        OrderView order = shop.pending(shop.customer("Order Lacking"), "Desk", 1);
        page.expectError("status of 400");
        page.open("/orders/" + order.orderId());
        page.click("[data-action=cancel]");
        page.click("dialog .danger");
        page.awaitElement("dialog [name=reason][aria-invalid=true]");
    }

    @Test
    void is_live_while_it_is_open(Page page, Shop shop) {
        OrderView order = shop.pending(shop.customer("Order Live"), "Desk", 1);
        page.open("/orders/" + order.orderId()).awaitText(".connection", "Live");

        shop.orders().place(order.orderId(), "tok_approve");

        page.awaitText(".order-head", "Confirmed");
        page.awaitText(".timeline", "Order confirmed");
    }

    @Test
    void shows_the_order_as_of_any_version(Page page, Shop shop) {
        OrderView order = shop.confirmed(shop.customer("Order Past"));
        page.open("/orders/" + order.orderId()).awaitText(".order-head", "Confirmed");

        page.set("#as-of", "0");

        page.awaitText(".order-head", "Pending");
        assertThat(page.address()).isEqualTo("/orders/" + order.orderId() + "?version=0");
        assertThat(page.has("[data-action]")).as("actions on the past").isFalse();
        page.set("#as-of", "1");
        page.awaitText(".order-head", "Placed");
        page.reload();
        page.awaitText(".order-head", "Placed");
        page.set("#as-of", "2");
        page.awaitText(".order-head", "Confirmed");
        assertThat(page.address()).isEqualTo("/orders/" + order.orderId());
    }

    @Test
    void shows_an_event_as_it_is_stored(Page page, Shop shop) {
        OrderView order = shop.pending(shop.customer("Order Raw"), "Desk", 3);
        page.open("/orders/" + order.orderId());
        page.click(".timeline summary");
        page.awaitText(".timeline pre", "\"productName\": \"Desk\"");
    }

    @Test
    void shows_markup_in_names_as_text(Page page, Shop shop) {
        String script = "<script>window.attacked=1</script>";
        String image = "<img src=x onerror=\"window.attacked=1\">";
        UUID customer = shop.customer(script);
        UUID order = shop.pending(customer, image, 1).orderId();
        for (String address : new String[] {"/", "/orders?customerId=" + customer, "/customers/" + customer}) {
            page.open(address).awaitText("main", script);
        }
        page.open("/orders/" + order).awaitText("main", image);
        page.awaitText("main", script);
        page.awaitText(".timeline", image);
        assertThat(page.run("return window.attacked")).isNull();
        assertThat(page.has("main img")).isFalse();
        assertThat(page.has("main script")).isFalse();
    }

    @Test
    void says_that_the_order_has_no_such_version(Page page, Shop shop) {
        OrderView order = shop.confirmed(shop.customer("Order Future"));
        page.open("/orders/" + order.orderId() + "?version=99").awaitText(".note", "only 3 versions, 0 to 2");
        page.awaitText(".connection", "Live");
        assertThat(page.has("[data-action]")).isFalse();
        page.click(".note a");
        page.awaitElement("[data-action=ship]");
        assertThat(page.address()).isEqualTo("/orders/" + order.orderId());
    }

    @Test
    void says_that_a_rejected_order_never_had_a_payment(Page page, Shop shop) {
        UUID order =
                shop.pending(shop.customer("Order Rejected"), "Desk", 999_999).orderId();
        shop.orders().place(order, "tok_approve");
        page.open("/orders/" + order).awaitText(".order-head", "Rejected");
        assertThat(page.text("[data-panel=payment]"))
                .contains("rejected before a payment began")
                .doesNotContain("yet");
    }

    @Test
    void says_that_an_action_may_have_been_carried_out_and_sends_it_again_when_asked(Page page, Shop shop) {
        OrderView order = shop.pending(shop.customer("Order Silent"), "Desk", 1);
        page.open("/orders/" + order.orderId());
        page.click("[data-action=cancel]");
        page.awaitElement("dialog[open] [name=reason]");
        page.type("[name=reason]", "no answer");
        page.run(
                """
                window.realFetch = window.fetch;
                window.keys = new Set();
                window.fetch = async (url, init) => {
                    if (init?.method !== 'POST') return window.realFetch(url, init);
                    window.keys.add(init.headers['Idempotency-Key']);
                    const answer = await window.realFetch(url, init);
                    if (!window.answering) throw new TypeError('the answer is lost');
                    return answer;
                };""");

        page.click("dialog .danger");

        page.awaitText("dialog .problem", "not known whether it was done");
        page.run("window.answering = true");
        page.click("dialog .problem button");
        page.awaitThat(() -> assertThat(page.has("dialog[open]")).isFalse());
        page.awaitText(".order-head", "Cancelled");
        assertThat(page.run("return window.keys.size")).isEqualTo(1L);
        assertThat(shop.orders().find(order.orderId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void says_that_there_is_no_such_order(Page page, Shop shop) {
        page.expectError("status of 404");
        page.open("/orders/" + UUID.randomUUID()).awaitText(".problem", "ORDER_NOT_FOUND");
    }
}
