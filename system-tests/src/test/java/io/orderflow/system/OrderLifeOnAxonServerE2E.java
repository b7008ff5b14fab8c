package io.orderflow.system;

import org.junit.jupiter.api.extension.ExtendWith;

/** With files beside Axon Server. */
@ExtendWith(TestAxonServer.class)
class OrderLifeOnAxonServerE2E extends OrderLife {

    @Override
    Services start() {
        return Services.start(data, TestAxonServer.settings());
    }
}
