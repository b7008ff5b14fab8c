package io.orderflow.cli.demo;

import java.util.function.BooleanSupplier;

/**
 * One step of a {@link DemoOrder}.
 *
 * @param pauseMillis how long to wait before it, and before each further try
 * @param tries how often it may be tried before the rest is dropped
 * @param done does it; false when it is not possible yet
 */
record Act(long pauseMillis, int tries, BooleanSupplier done) {

    static Act once(long pauseMillis, Runnable command) {
        return new Act(pauseMillis, 1, () -> {
            command.run();
            return true;
        });
    }

    static Act whenTrue(BooleanSupplier condition) {
        return new Act(500, 60, condition);
    }
}
