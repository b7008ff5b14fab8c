package io.orderflow.system;

import io.orderflow.system.walk.Walk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random orders through random commands; every read model must say what follows from those that were acknowledged. */
class ReadModelsWalkE2E {

    private static final long SEED = Long.getLong("orderflow.walk.seed", System.nanoTime());
    private static final int ORDERS = Integer.getInteger("orderflow.walk.orders", 150);
    private static final int COMMANDS = Integer.getInteger("orderflow.walk.commands", 2_000);
    /** Long enough for a slow machine to cancel an order while its payment is open. */
    private static final Duration PAYMENT_TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path data;

    @Test
    void every_read_model_tells_what_the_commands_told_before_and_after_a_restart() {
        System.out.println("ReadModelsWalkE2E: -Dorderflow.walk.seed=" + SEED);
        try (Services services = Services.start(data, PAYMENT_TIMEOUT)) {
            Walk walk = new Walk(SEED, ORDERS, services.client, services.query.url());
            walk.run(COMMANDS);
            walk.compareOrders();
            compare(walk);

            services.query.stop();
            services.query.startAndWait();

            walk.awaitRest();
            walk.compareDetails();
            compare(walk);
        }
    }

    private static void compare(Walk walk) {
        walk.compareLists();
        walk.compareSearch();
        walk.compareCustomers();
        walk.compareStock();
        walk.compareStatistics();
    }
}
