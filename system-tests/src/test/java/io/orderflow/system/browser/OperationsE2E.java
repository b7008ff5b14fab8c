package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@PageTest
class OperationsE2E {

    @Test
    void shows_a_replay_to_its_end(Page page, Shop shop) {
        shop.pending(shop.customer("Replayed"), "Desk", 1);
        page.open("/operations").awaitElement(row("order-list"));
        int build = build(page);

        page.click(row("order-list") + " button:last-child");
        page.awaitText("of-confirm dialog[open]", "Replay order-list?");
        page.click("of-confirm [data-confirm]");

        page.awaitElement(".replay progress");
        assertThat(page.address()).isEqualTo("/operations?replay=order-list");
        page.awaitElement(".replay[data-replay=DONE]");
        assertThat(page.text(".replay")).contains("100 %", "readers are shown the new build");
        page.awaitThat(() -> assertThat(build(page)).isGreaterThan(build));
    }

    @Test
    void pauses_and_resumes_a_projection(Page page, Shop shop) {
        page.open("/operations").awaitText(row("customers"), "running");
        page.click(row("customers") + " .row-actions button");
        page.click("of-confirm [data-confirm]");
        page.awaitText(row("customers") + " .badge", "paused");
        page.awaitText("[data-service='Query service']", "degraded");
        page.click(row("customers") + " .row-actions button");
        page.awaitText(row("customers") + " .badge", "running");
    }

    @Test
    void does_nothing_without_a_yes(Page page, Shop shop) {
        page.open("/operations").awaitText(row("stock-levels"), "running");
        page.click(row("stock-levels") + " .row-actions button");
        page.click("of-confirm dialog[open] button[type=button]");
        page.awaitThat(() -> assertThat(page.has("of-confirm dialog[open]")).isFalse());
        assertThat(page.text(row("stock-levels") + " .badge")).isEqualTo("running");
    }

    @Test
    void shows_how_the_command_service_is(Page page, Shop shop) {
        page.open("/operations").awaitText("[data-service='Command service']", "up");
    }

    private static String row(String projection) {
        return "tr[data-projection=" + projection + "]";
    }

    private static int build(Page page) {
        return Integer.parseInt(page.text(row("order-list") + " td:nth-of-type(7)"));
    }
}
