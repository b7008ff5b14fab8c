package io.orderflow.command.platform.dispatch;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** One request for each route of the command service. */
enum Routes {
    CREATE_ORDER(
            HttpMethod.POST,
            "/orders",
            """
            {"orderId":"0192d3c8-0000-7000-8000-000000000001","customerId":"0192d3c8-0000-7000-8000-000000000002",
             "currency":"EUR","items":[{"sku":"A-1","productName":"Anvil","quantity":2,
             "unitPrice":{"amount":"12.50","currency":"EUR"}}],"shippingAddress":{"recipient":"Ada",
             "street":"Main St 1","postalCode":"1000","city":"Graz","country":"AT"}}"""),
    ADD_ITEM(
            HttpMethod.POST,
            "/orders/0192d3c8-0000-7000-8000-000000000001/items",
            """
            {"sku":"A-1","productName":"Anvil","quantity":2,"unitPrice":{"amount":"12.50","currency":"EUR"}}"""),
    CHANGE_QUANTITY(
            HttpMethod.PATCH,
            "/orders/0192d3c8-0000-7000-8000-000000000001/items/0192d3c8-0000-7000-8000-000000000003",
            "{\"quantity\":3}"),
    REMOVE_ITEM(
            HttpMethod.DELETE,
            "/orders/0192d3c8-0000-7000-8000-000000000001/items/0192d3c8-0000-7000-8000-000000000003",
            ""),
    CHANGE_ADDRESS(
            HttpMethod.PUT,
            "/orders/0192d3c8-0000-7000-8000-000000000001/shipping-address",
            "{\"recipient\":\"Ada\",\"street\":\"Main St 1\",\"postalCode\":\"1000\",\"city\":\"Graz\",\"country\":\"AT\"}"),
    PLACE(
            HttpMethod.POST,
            "/orders/0192d3c8-0000-7000-8000-000000000001/placement",
            "{\"paymentToken\":\"tok_approve\"}"),
    CANCEL(
            HttpMethod.POST,
            "/orders/0192d3c8-0000-7000-8000-000000000001/cancellation",
            "{\"reason\":\"changed my mind\"}"),
    DELETE_ORDER(HttpMethod.DELETE, "/orders/0192d3c8-0000-7000-8000-000000000001?reason=no", ""),
    SHIP(
            HttpMethod.POST,
            "/orders/0192d3c8-0000-7000-8000-000000000001/shipments",
            """
            {"items":[{"lineId":"0192d3c8-0000-7000-8000-000000000003","quantity":1}],
             "carrier":"DHL","trackingNumber":"T-1"}"""),
    DELIVER(HttpMethod.POST, "/orders/0192d3c8-0000-7000-8000-000000000001/delivery", ""),
    REGISTER_STOCK(HttpMethod.POST, "/stock", "{\"sku\":\"A-1\",\"productName\":\"Anvil\",\"onHand\":5}"),
    ADJUST_STOCK(HttpMethod.POST, "/stock/A-1/adjustments", "{\"delta\":-3,\"reason\":\"broken\"}"),
    REGISTER_CUSTOMER(
            HttpMethod.POST,
            "/customers",
            "{\"customerId\":\"0192d3c8-0000-7000-8000-000000000002\",\"name\":\"Ada\",\"email\":\"ada@example.com\"}"),
    RENAME_CUSTOMER(HttpMethod.PUT, "/customers/0192d3c8-0000-7000-8000-000000000002/name", "{\"name\":\"Ada L.\"}");

    private static final List<Routes> CREATING = List.of(CREATE_ORDER, REGISTER_STOCK, REGISTER_CUSTOMER);

    final HttpMethod method;
    final String path;
    final String body;

    Routes(HttpMethod method, String path, String body) {
        this.method = method;
        this.path = "/api/v1" + path;
        this.body = body;
    }

    static Stream<Routes> creating() {
        return CREATING.stream();
    }

    static Stream<Routes> aboutWhatExists() {
        return Stream.of(values()).filter(route -> !CREATING.contains(route));
    }
}
