package io.orderflow.cli.importer;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.StockAck;

/** Makes a product known with enough units for the file. Never adjusts: a second run would add the units again. */
record StockErrand(OrderflowClient client, OrderBook.Product product) implements Errand {

    @Override
    public String name() {
        return "product " + product.sku();
    }

    @Override
    public Step next() {
        try {
            StockAck ack = client.stock()
                    .withKey(FileIds.key("product", product))
                    .register(product.sku(), product.name(), product.ordered());
            return new Step.Done(ack.repeated());
        } catch (ApiProblem e) {
            if (e.is("STOCK_ALREADY_REGISTERED")) {
                return new Step.Done(true);
            }
            throw e;
        }
    }
}
