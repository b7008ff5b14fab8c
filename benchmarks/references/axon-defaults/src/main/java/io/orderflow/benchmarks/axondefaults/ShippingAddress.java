package io.orderflow.benchmarks.axondefaults;

record ShippingAddress(String recipient, String street, String postalCode, String city, String country) {}
