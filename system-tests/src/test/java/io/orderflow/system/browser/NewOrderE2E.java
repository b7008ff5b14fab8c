package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.OrderFilter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PageTest
class NewOrderE2E {

    @Test
    void says_at_the_field_what_is_wrong_with_it(Page page, Shop shop) {
        UUID customer = shop.customer("Form Errors");
        page.expectError("status of 400");
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
        assertThat(page.run("return document.activeElement.name")).isEqualTo("/items/0/quantity");
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
        assertThat(page.run("return window.keys.length + '/' + new Set(window.keys).size"))
                .isEqualTo("2/1");
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
