package io.orderflow.command.stock;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.command.StockCommand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units on hand, units each order holds, shipments each order had. */
public final class ProductStockModel {

    private boolean registered;
    private long onHand;
    private long committed;
    private long version = -1;
    private final Map<UUID, Long> held = new HashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Set<UUID> refused = new HashSet<>();
    private final Set<String> shipments = new HashSet<>();

    public StockLevel level() {
        return new StockLevel(
                onHand, held.values().stream().mapToLong(Long::longValue).sum(), committed);
    }

    public long version() {
        return version;
    }

    public long heldFor(UUID order) {
        return held.getOrDefault(order, 0L);
    }

    /** Whether there was too little for an order when it asked. */
    public boolean hasRefused(UUID order) {
        return refused.contains(order);
    }

    /** The code of the refusal, or null; the model has changed when it returns. */
    public @Nullable ErrorCode expect(StockCommand command) {
        if (command instanceof RegisterStock register) {
            return register(register.onHand());
        } else if (command instanceof AdjustStock adjust) {
            return adjust(adjust.delta());
        } else if (command instanceof ReserveStock reserve) {
            return reserve(reserve.orderId(), reserve.quantity());
        } else if (command instanceof ReleaseStock release) {
            version += held.getOrDefault(release.orderId(), 0L) > 0 ? 1 : 0;
            held.remove(release.orderId());
            return null;
        } else if (command instanceof CommitStock commit) {
            return commit(commit);
        }
        throw new IllegalArgumentException("the model does not know " + command);
    }

    private @Nullable ErrorCode register(long units) {
        if (registered) {
            return ErrorCode.STOCK_ALREADY_REGISTERED;
        }
        registered = true;
        onHand = units;
        version++;
        return null;
    }

    private @Nullable ErrorCode adjust(long delta) {
        if (!registered) {
            return ErrorCode.STOCK_NOT_FOUND;
        } else if (delta == 0) {
            return ErrorCode.VALIDATION_FAILED;
        } else if (level().available() + delta < 0) {
            return ErrorCode.STOCK_BELOW_PROMISED;
        }
        onHand += delta;
        version++;
        return null;
    }

    private @Nullable ErrorCode reserve(UUID order, long quantity) {
        if (answered.contains(order)) {
            return null;
        } else if (quantity < 1) {
            return ErrorCode.VALIDATION_FAILED;
        }
        answered.add(order);
        version++;
        if (quantity <= level().available()) {
            held.put(order, quantity);
        } else {
            refused.add(order);
        }
        return null;
    }

    private @Nullable ErrorCode commit(CommitStock command) {
        String shipment = command.orderId() + "/" + command.shipmentId();
        if (shipments.contains(shipment)) {
            return null;
        } else if (command.quantity() < 1) {
            return ErrorCode.VALIDATION_FAILED;
        } else if (command.quantity() > held.getOrDefault(command.orderId(), 0L)) {
            return ErrorCode.SHIPMENT_EXCEEDS_ORDER;
        }
        shipments.add(shipment);
        held.merge(command.orderId(), -command.quantity(), Long::sum);
        committed += command.quantity();
        version++;
        return null;
    }
}
