package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class StockAndCustomersE2E {

    @Test
    void adjusts_stock_and_shows_the_new_level(Page page, Shop shop) {
        String sku = product(shop, 100);
        page.open("/stock?low=100").awaitText(row(sku), "100");

        page.click(row(sku) + " button");
        page.awaitElement("dialog[open] [name=delta]");
        page.type("[name=delta]", "-93");
        page.type("[name=reason]", "water damage");
        page.click("dialog .primary");

        page.awaitText(row(sku) + " .level-some, " + row(sku) + " td:nth-child(3)", "7");
        shop.settled();
        assertThat(shop.services().client.stock().find(sku).orElseThrow().onHand())
                .isEqualTo(7);
    }

    @Test
    void shows_what_is_sold_out_first(Page page, Shop shop) {
        product(shop, 3);
        String soldOut = product(shop, 0);
        page.open("/stock?low=3").awaitText("tbody tr:first-child", "sold out");
        assertThat(page.has(row(soldOut))).isTrue();
    }

    @Test
    void explains_why_stock_cannot_be_adjusted(Page page, Shop shop) {
        String sku = product(shop, 5);
        page.expectError("status of 409");
        page.open("/stock?low=100");
        page.click(row(sku) + " button");
        page.awaitElement("dialog[open] [name=delta]");
        page.type("[name=delta]", "-6");
        page.click("dialog .primary");
        page.awaitText("dialog .problem", "STOCK_BELOW_PROMISED");
    }

    @Test
    void shows_a_customer_with_orders_and_value(Page page, Shop shop) {
        UUID customer = shop.customer("Valued Customer");
        UUID order = shop.confirmed(customer).orderId();
        page.open("/customers/" + customer).awaitText("h1", "Valued Customer");
        page.awaitText(".tiles", "299.00 EUR");
        page.awaitElement("tr[data-order='" + order + "']");
    }

    @Test
    void renames_a_customer_and_shows_the_new_name(Page page, Shop shop) {
        UUID customer = shop.customer("Maiden Name");
        page.open("/customers/" + customer).awaitText("h1", "Maiden Name");
        page.click(".view-head button");
        page.awaitElement("dialog[open] [name=name]");
        page.type("[name=name]", "Married Name");
        page.click("dialog .primary");
        page.awaitText("h1", "Married Name");
    }

    @Test
    void draws_statistics_and_gives_their_figures_as_tables(Page page, Shop shop) {
        shop.confirmed(shop.customer("Counted"));
        page.open("/statistics?range=7").awaitElement("of-chart canvas");
        assertThat(page.count("of-chart canvas")).isEqualTo(4);
        page.click("of-chart summary");
        page.awaitText("of-chart table", "EUR");
        page.click(".chips button:last-child");
        page.awaitThat(() -> assertThat(page.address()).isEqualTo("/statistics?range=all"));
        page.awaitText("of-chart h2", "Revenue by month");
    }

    @Test
    void says_of_which_orders_the_statistics_are(Page page, Shop shop) {
        shop.confirmed(shop.customer("Counted In Range"));
        page.open("/statistics?range=7").awaitElement("of-chart canvas");
        page.awaitText(".span", "7 days");
        assertThat(page.text(".tiles")).contains("Cancelled after placing");
    }

    @Test
    void gives_times_to_ship_in_a_unit_that_can_be_read(Page page, Shop shop) {
        shop.shipped(shop.customer("Counted Shipped"));
        page.open("/statistics?range=7").awaitElement("of-chart canvas");
        page.awaitThat(() -> assertThat(page.text("of-chart[data-chart=shipping] h2"))
                .matches("Time from order to shipment, in (seconds|minutes)"));
    }

    private static String product(Shop shop, long onHand) {
        String sku = "P-" + UUID.randomUUID().toString().substring(0, 8);
        shop.services().client.stock().register(sku, "Product " + sku, onHand);
        shop.settled();
        return sku;
    }

    private static String row(String sku) {
        return "tr[data-sku='" + sku + "']";
    }
}
