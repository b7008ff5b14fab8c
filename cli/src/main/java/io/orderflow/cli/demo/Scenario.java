package io.orderflow.cli.demo;

import java.util.random.RandomGenerator;

/** What may happen to an order, and how often in a hundred. */
enum Scenario {
    BOUGHT(38),
    BOUGHT_AND_DELIVERED(16),
    SHIPPED_IN_PARTS(10),
    EDITED_FIRST(12),
    LEFT_IN_THE_CART(4),
    CHANGED_MIND(4),
    CANCELLED_AFTER_CONFIRMATION(4),
    PAYMENT_DECLINED(4),
    PAYMENT_LATE(3),
    PAYMENT_SILENT(1),
    OUT_OF_STOCK(4);

    private final int share;

    Scenario(int share) {
        this.share = share;
    }

    static Scenario any(RandomGenerator random) {
        int left = random.nextInt(100);
        for (Scenario scenario : values()) {
            left -= scenario.share;
            if (left < 0) {
                return scenario;
            }
        }
        return BOUGHT;
    }
}
