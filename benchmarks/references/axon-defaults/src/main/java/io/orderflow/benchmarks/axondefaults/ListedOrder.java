package io.orderflow.benchmarks.axondefaults;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class ListedOrder {

    @Id
    private @Nullable UUID id;

    private @Nullable UUID customerId;
    private int units;

    ListedOrder() {}

    ListedOrder(UUID id, UUID customerId, int units) {
        this.id = id;
        this.customerId = customerId;
        this.units = units;
    }

    @Nullable
    UUID getId() {
        return id;
    }

    @Nullable
    UUID getCustomerId() {
        return customerId;
    }

    public int getUnits() {
        return units;
    }
}
