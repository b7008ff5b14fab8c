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

        page.click(row("order-list") + " .row-actions button:last-child");
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
        try {
            page.awaitText(row("customers") + " .badge", "paused");
            page.awaitText("[data-service='Query service']", "degraded");
            page.click(row("customers") + " .row-actions button");
            page.awaitText(row("customers") + " .badge", "running");
        } finally { // the service is not ready while one is paused
            shop.services().client.projections().resume("customers");
        }
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
    void splits_and_merges_the_segments_of_a_projection(Page page, Shop shop) {
        page.open("/operations").awaitText(row("stock-levels"), "running");
        String segments = row("stock-levels") + " .segment";
        int before = page.count(segments);

        page.click(segments);
        page.awaitText("of-segment-dialog dialog[open]", "Segment 0 of stock-levels");
        page.click("of-segment-dialog [data-do=split]");
        page.awaitThat(
                () -> assertThat(page.count(segments + "[data-free=false]")).isEqualTo(before + 1));
        page.click(segments);
        page.click("of-segment-dialog [data-do=merge]");
        page.awaitThat(() -> assertThat(page.count(segments)).isEqualTo(before));
    }

    @Test
    void shows_how_the_command_service_is(Page page, Shop shop) {
        page.open("/operations").awaitText("[data-service='Command service']", "up");
    }

    /** No event fails here by itself, so the answers of the API about one are put in its place. */
    @Test
    void shows_dead_letters_and_discards_one_with_a_reason(Page page, Shop shop) {
        page.open("/operations").awaitElement(row("customers"));
        page.run(
                """
                const real = window.fetch;
                const json = body => new Response(JSON.stringify(body), {headers: {'Content-Type': 'application/json'}});
                const letter = {id: '1', sequence: 's', stream: 'customer-1', version: 4, eventType: 'CustomerRenamed',
                    recordedAt: '2026-03-01T08:01:39Z', parkedAt: '2026-03-01T08:01:40Z', attempts: 2, behind: 3,
                    cause: {type: 'io.orderflow.EventsMissing', message: 'event 4 came after event 2'}};
                let letters = [letter];
                window.fetch = async (url, init) => {
                    if (url.includes('/dead-letters/1') && init.method === 'DELETE') {
                        window.discarded = url;
                        letters = [];
                        return json({});
                    }
                    if (url.includes('/dead-letters/1')) return json({letter, payload: {name: 'Bob'}, metadata: {}, waiting: []});
                    if (url.includes('/dead-letters')) return json({items: letters, total: letters.length});
                    const answer = await real(url, init);
                    if (!url.endsWith('/projections')) return answer;
                    const body = await answer.json();
                    body.items.find(one => one.name === 'customers').deadLetters = {sequences: 1, events: 4};
                    return json(body);
                };""");

        page.click(row("customers") + " a.level-low");

        page.awaitText(".letters", "EventsMissing event 4 came after event 2");
        assertThat(page.address()).isEqualTo("/operations?letters=customers");
        assertThat(page.text(".letters")).contains("3 more wait behind it");
        page.click(".letters summary");
        page.awaitText(".letters pre", "\"name\": \"Bob\"");
        page.click(".letters .danger");
        page.awaitElement("of-dead-letters dialog[open]");
        page.type("#confirm-reason", "sent twice");
        page.click("of-dead-letters [data-confirm]");
        page.awaitText("of-dead-letters", "There are none");
        assertThat(page.run("return window.discarded")).asString().endsWith("/dead-letters/1?reason=sent+twice");
    }

    private static String row(String projection) {
        return "tr[data-projection=" + projection + "]";
    }

    private static int build(Page page) {
        return Integer.parseInt(page.text(row("order-list") + " td:nth-of-type(7)"));
    }
}
