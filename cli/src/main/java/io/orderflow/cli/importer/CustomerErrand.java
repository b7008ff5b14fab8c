package io.orderflow.cli.importer;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderflowClient;

/** Makes a customer known. */
record CustomerErrand(OrderflowClient client, OrderBook.Customer customer) implements Errand {

    @Override
    public String name() {
        return "customer " + customer.id();
    }

    @Override
    public Step next() {
        try {
            client.customers().register(FileIds.customer(customer.id()), customer.name(), FileIds.email(customer.id()));
            return new Step.Done(false);
        } catch (ApiProblem e) {
            if (e.is("CUSTOMER_ALREADY_REGISTERED")) {
                return new Step.Done(true);
            }
            throw e;
        }
    }
}
