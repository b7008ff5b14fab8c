package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class OrdersTableE2E {

    @Test
    void has_its_filter_in_the_address(Page page, Shop shop) {
        UUID customer = shop.customer("Table Filter");
        UUID pending = shop.pending(customer, "Desk", 1).orderId();
        UUID cancelled = shop.pending(customer, "Desk", 2).orderId();
        shop.orders().cancel(cancelled, "twice");
        shop.settled();
        page.open("/orders?customerId=" + customer).awaitElement(row(pending));
        page.awaitElement(row(cancelled));

        page.awaitText(row(cancelled), "Cancelled");
        page.click(".chips button:nth-of-type(7)");

        page.awaitThat(() -> assertThat(page.has(row(pending))).isFalse());
        page.awaitElement(row(cancelled));
        assertThat(page.address()).isEqualTo("/orders?customerId=" + customer + "&status=CANCELLED");
        page.reload();
        page.awaitElement(row(cancelled));
        assertThat(page.has(row(pending))).isFalse();
        page.back();
        page.awaitElement(row(pending));
    }

    @Test
    void searches_by_what_is_typed_and_sorts_by_what_is_clicked(Page page, Shop shop) {
        UUID customer = shop.customer("Zacharias Quirinus");
        UUID small = shop.pending(customer, "Desk", 1).orderId();
        UUID large = shop.pending(customer, "Desk", 9).orderId();
        page.open("/orders").awaitElement("tbody tr");

        page.type("input[name=q]", "quirin");

        page.awaitThat(() -> assertThat(page.count("tbody tr")).isEqualTo(2));
        page.awaitThat(() -> assertThat(page.address()).isEqualTo("/orders?q=quirin"));
        page.click("thead a[href*='sort=-total']");
        page.awaitElement("th[aria-sort=descending] a[href*='sort=total']");
        page.awaitElement("tbody tr:first-child[data-order='" + large + "']");
        page.click("thead a[href*='sort=total']");
        page.awaitElement("tbody tr:first-child[data-order='" + small + "']");
        assertThat(page.address()).isEqualTo("/orders?q=quirin&sort=total");
    }

    @Test
    void changes_a_row_in_its_place(Page page, Shop shop) {
        UUID customer = shop.customer("Table Live");
        UUID order = shop.pending(customer, "Desk", 1).orderId();
        page.open("/orders?customerId=" + customer).awaitText(row(order), "Pending");
        page.awaitText(".connection", "Live");

        shop.orders().cancel(order, "changed my mind");

        page.awaitText(row(order), "Cancelled");
    }

    @Test
    void offers_what_is_filtered_as_csv(Page page, Shop shop) {
        page.open("/orders?status=CANCELLED").awaitElement("a[download]");
        Object csv = page.runAsync("const done = arguments[0]; fetch(document.querySelector('a[download]').href)"
                + ".then(answer => answer.text()).then(done);");
        assertThat(csv).asString().startsWith("orderId,").doesNotContain("PENDING");
    }

    @Test
    void says_which_columns_it_does_not_know(Page page, Shop shop) {
        shop.pending(shop.customer("Table Columns"), "Desk", 1);
        page.open("/orders?columns=order,sku,weight,total").awaitText(".note", "sku, weight");
        page.awaitThat(() -> assertThat(page.count("thead th")).isEqualTo(2));
    }

    @Test
    void says_why_a_search_cannot_be_exported(Page page, Shop shop) {
        page.open("/orders?q=desk").awaitElement("button[data-export]:disabled");
        assertThat(page.text("#export-reason")).contains("search");
    }

    @Test
    void tells_only_of_other_orders_that_its_filter_lets_in(Page page, Shop shop) {
        UUID shown = shop.customer("Table Shown");
        UUID other = shop.customer("Table Other");
        shop.pending(shown, "Desk", 1);
        page.open("/orders?customerId=" + shown).awaitText(".connection", "Live");
        page.awaitText(".pager", "1 order");
        assertThat(page.text(".pager")).doesNotContain("1 orders");

        shop.pending(other, "Desk", 1);
        shop.pending(shown, "Desk", 1);

        page.awaitText(".fresh", "1 other order has changed");
        page.click(".fresh");
        page.awaitThat(() -> assertThat(page.count("tbody tr")).isEqualTo(2));
    }

    @Test
    void does_not_claim_that_what_a_search_looks_for_has_changed(Page page, Shop shop) {
        UUID customer = shop.customer("Table Searched");
        page.open("/orders?q=searchednever").awaitText("main", "No order matches");
        page.awaitText(".connection", "Live");

        shop.pending(customer, "Desk", 1);

        page.awaitText(".fresh", "since this search");
        assertThat(page.text(".fresh")).doesNotContain("other order");
    }

    private static String row(UUID order) {
        return "tr[data-order='" + order + "']";
    }
}
