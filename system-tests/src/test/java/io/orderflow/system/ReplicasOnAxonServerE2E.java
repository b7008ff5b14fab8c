package io.orderflow.system;

import org.junit.jupiter.api.extension.ExtendWith;

/** With PostgreSQL beside Axon Server: the production shape. */
@ExtendWith(TestAxonServer.class)
class ReplicasOnAxonServerE2E extends OrderLifeOfReplicas {

    @Override
    String[] settings() {
        return TestAxonServer.settings(postgres);
    }
}
