package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.OrderFilter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class NewOrderE2E {

    @Test
    void says_at_the_field_what_is_wrong_with_it(Page page, Shop shop) {
        UUID customer = shop.customer("Form Errors");
        page.open("/orders/new?customerId=" + customer);
        fill(page);
        page.type("[name='/items/0/quantity']", "0");
        page.type("[name='/shippingAddress/recipient']", "");

        page.click("form .primary");

        page.awaitElement("[name='/items/0/quantity'][aria-invalid=true]");
        assertThat(page.text("[id='field-/items/0/quantity-error']")).contains("1");
        assertThat(page.has("[name='/shippingAddress/recipient'][aria-invalid=true]"))
                .isTrue();
        assertThat(page.has("[name='/shippingAddress/city'][aria-invalid=true]"))
                .isFalse();
        page.awaitThat(
                () -> assertThat(page.run("return document.activeElement.name")).isEqualTo("/items/0/quantity"));
        assertThat(page.run("return document.querySelector('[name=\"/shippingAddress/city\"]').value"))
                .as("what was filled in")
                .isEqualTo("Berlin");
    }

    @Test
    void makes_one_order_however_often_it_is_sent(Page page, Shop shop) {
        UUID customer = shop.customer("Form Double");
        page.open("/orders/new?customerId=" + customer);
        fill(page);

        page.doubleClick("form .primary");

        page.awaitUntil(() -> page.address().matches("/orders/[0-9a-f-]{36}"));
        page.awaitText("h1", "Order");
        shop.settled();
        assertThat(shop.orders().list(OrderFilter.all().of(customer)).items()).hasSize(1);
    }

    @Test
    void sends_the_same_key_again_when_the_first_answer_is_lost(Page page, Shop shop) {
        UUID customer = shop.customer("Form Lost");
        page.open("/orders/new?customerId=" + customer);
        fill(page);
        page.run(
                """
                const real = window.fetch;
                window.keys = [];
                window.fetch = async (url, init) => {
                    if (init?.method !== 'POST') return real(url, init);
                    window.keys.push(init.headers['Idempotency-Key']);
                    const answer = await real(url, init);
                    if (window.keys.length === 1) throw new TypeError('the answer is lost');
                    return answer;
                };""");

        page.click("form .primary");

        page.awaitUntil(() -> page.address().matches("/orders/[0-9a-f-]{36}"));
        assertThat(page.run("return window.keys.length >= 2 && new Set(window.keys).size"))
                .as("keys of all tries")
                .isEqualTo(1L);
        shop.settled();
        assertThat(shop.orders().list(OrderFilter.all().of(customer)).items()).hasSize(1);
    }

    @Test
    void registers_a_new_customer_with_the_order(Page page, Shop shop) {
        page.open("/orders/new").awaitElement("[name='customer:/name']");
        page.type("[name='customer:/name']", "Grace Form");
        page.type("[name='customer:/email']", "grace@example.org");
        fill(page);

        page.click("form .primary");

        page.awaitText("main", "Grace Form");
    }

    @Test
    void sends_nothing_while_something_is_missing_and_says_all_of_it_at_once(Page page, Shop shop) {
        page.open("/orders/new").awaitElement("[name='customer:/name']");
        page.type("[name='customer:/name']", "Nobody Yet");
        page.type("[name='customer:/email']", "nobody");
        page.type("[name='/items/0/unitPrice']", "12,50");
        watchCommands(page, "");

        page.click("form .primary");

        page.awaitText(".problem", "Nothing was created");
        for (String name : List.of("/items/0/sku", "/items/0/productName", "/shippingAddress/city")) {
            assertThat(page.text(error(name))).isEqualTo("Fill this in");
        }
        assertThat(page.text(error("customer:/email"))).contains("@");
        assertThat(page.text(error("/items/0/unitPrice"))).contains("12.50");
        assertThat(page.has(error("/shippingAddress/region"))).isFalse();
        assertThat(page.run("return window.commands.length")).isEqualTo(0L);
    }

    @Test
    void says_that_the_customer_is_there_when_the_order_is_refused_and_makes_no_second_one(Page page, Shop shop) {
        page.expectError("status of 400");
        page.open("/orders/new").awaitElement("[name='customer:/name']");
        page.type("[name='customer:/name']", "Half Done");
        page.type("[name='customer:/email']", "half@example.org");
        fill(page);
        page.type("[name='/currency']", "QQQ");
        watchCommands(page, "");

        page.click("form .primary");

        page.awaitText(".problem", "The order was not created");
        assertThat(page.text(".problem")).contains("The customer is registered").doesNotContain("Nothing was created");
        assertThat(page.has(error("/currency"))).isTrue();
        page.type("[name='/currency']", "EUR");
        page.click("form .primary");
        page.awaitText("main", "Half Done");
        assertThat(page.run("return window.commands.join(' ')"))
                .asString()
                .as("a try that is too much for the service is sent again")
                .matches("(/commands/api/v1/customers ?)+(/commands/api/v1/orders ?){2,}");
    }

    @Test
    void says_that_the_outcome_is_unknown_after_the_last_try_and_offers_another(Page page, Shop shop) {
        UUID customer = shop.customer("Form Silent");
        page.open("/orders/new?customerId=" + customer);
        fill(page);
        watchCommands(page, "throw new TypeError('cut off');");

        page.click("form .primary");

        page.awaitText(".problem", "not known whether the order was created");
        assertThat(page.text(".problem")).contains("sent 4 times").doesNotContain("tried again");
        page.run("window.fetch = window.realFetch");
        page.click(".problem button");
        page.awaitUntil(() -> page.address().matches("/orders/[0-9a-f-]{36}"));
        shop.settled();
        assertThat(shop.orders().list(OrderFilter.all().of(customer)).items()).hasSize(1);
    }

    @Test
    void says_that_nothing_was_created_when_the_command_service_cannot_be_reached(Page page, Shop shop) {
        page.open("/orders/new?customerId=" + shop.customer("Form Refused"));
        fill(page);
        watchCommands(
                page,
                """
                return new Response('{"code": "UNAVAILABLE", "title": "The service cannot answer"}', {status: 503});""");

        page.click("form .primary");

        page.awaitText(".problem", "Nothing was created");
        assertThat(page.text(".problem")).contains("sent 4 times");
        assertThat(page.has(".problem button")).isTrue();
    }

    @Test
    void says_at_the_field_what_only_the_service_knows(Page page, Shop shop) {
        page.expectError("status of 400");
        page.open("/orders/new?customerId=" + shop.customer("Form Service"));
        fill(page);
        page.type("[name='/currency']", "QQQ");
        page.type("[name='/shippingAddress/postalCode']", "1".repeat(21));

        page.click("form .primary");

        page.awaitElement(error("/currency"));
        assertThat(page.text(error("/shippingAddress/postalCode"))).contains("20 characters");
    }

    private static String error(String field) {
        return "[id='field-" + field + "-error']";
    }

    /** Notes the address of each command that is sent; a script may stand in for the answer. */
    private static void watchCommands(Page page, String answer) {
        page.run(
                """
                window.realFetch = window.fetch;
                window.commands = [];
                window.fetch = async (url, init) => {
                    if (init?.method !== 'POST') return window.realFetch(url, init);
                    window.commands.push(url);
                    %s
                    return window.realFetch(url, init);
                };"""
                        .formatted(answer));
    }

    private static void fill(Page page) {
        page.awaitElement("[name='/items/0/sku']");
        page.type("[name='/items/0/sku']", "DESK");
        page.type("[name='/items/0/productName']", "Desk");
        page.type("[name='/items/0/quantity']", "1");
        page.type("[name='/items/0/unitPrice']", "149.50");
        page.type("[name='/shippingAddress/recipient']", "Ada King");
        page.type("[name='/shippingAddress/street']", "Ring 1");
        page.type("[name='/shippingAddress/postalCode']", "10115");
        page.type("[name='/shippingAddress/city']", "Berlin");
        page.type("[name='/shippingAddress/country']", "DE");
    }
}
