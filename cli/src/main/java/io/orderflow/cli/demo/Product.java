package io.orderflow.cli.demo;

import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import java.util.List;

/**
 * What the demo shop sells.
 *
 * @param sku the product
 * @param name its name
 * @param price in euros
 */
record Product(String sku, String name, String price) {

    static final List<Product> ALL = List.of(
            new Product("DEMO-MUG", "Enamel mug, 350 ml", "12.50"),
            new Product("DEMO-POT", "Teapot, stoneware", "48.00"),
            new Product("DEMO-TEA-100", "Darjeeling first flush, 100 g", "14.90"),
            new Product("DEMO-TEA-250", "Earl Grey, 250 g", "19.80"),
            new Product("DEMO-KETTLE", "Gooseneck kettle", "89.00"),
            new Product("DEMO-SIEVE", "Tea sieve, fine", "7.25"),
            new Product("DEMO-TIN", "Tea tin with lid", "9.95"),
            new Product("DEMO-TRAY", "Bamboo tray", "27.40"),
            new Product("DEMO-SPOON", "Measuring spoon", "4.60"),
            new Product("DEMO-TIMER", "Hourglass, 3 minutes", "11.10"));

    /** Of this one there is never enough. */
    static final Product RARE = new Product("DEMO-RARE", "Moonlight white, vintage cake", "640.00");

    static final String CURRENCY = "EUR";
    static final long FIRST_STOCK = 500;

    NewLine line(int quantity) {
        return NewLine.of(sku, name, quantity, Money.of(price, CURRENCY));
    }
}
