package io.orderflow.benchmarks.axondefaults;

record OrderLine(String sku, String productName, int quantity, Price unitPrice) {

    record Price(String amount, String currency) {}
}
