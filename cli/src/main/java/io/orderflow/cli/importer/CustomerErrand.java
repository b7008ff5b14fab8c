package io.orderflow.cli.importer;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.CustomerAck;
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
            CustomerAck ack = client.customers()
                    .withKey(FileIds.key("customer", customer))
                    .register(FileIds.customer(customer.id()), customer.name(), FileIds.email(customer.id()));
            return new Step.Done(ack.repeated());
        } catch (ApiProblem e) {
            if (e.is("CUSTOMER_ALREADY_REGISTERED")) {
                return new Step.Done(true);
            }
            throw e;
        }
    }
}
