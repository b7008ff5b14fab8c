package io.orderflow.command.stock;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders hold units of a product, and which have settled lately. A repeated command for a settled order must find
 * it again, or units would be held for an order that nobody will ever ship; but a product lives through hundreds of
 * thousands of orders, and all of this is in every snapshot. Commands are repeated by a process that was interrupted and
 * reads its last few events again, so only the orders that settled last are remembered.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
final class Reservations {

    static final int SETTLED_REMEMBERED = 256;

    // not final: Jackson 3 silently leaves final fields as they are
    private Map<UUID, Hold> held = new HashMap<>();
    /** Order id to the shipments that were committed for it, the order that settled first in front. */
    private Map<UUID, List<UUID>> settled = new LinkedHashMap<>();

    /** Units still held for an order, and its shipments committed so far. */
    record Hold(long quantity, List<UUID> shipments) {}

    boolean isKnown(UUID orderId) {
        return held.containsKey(orderId) || settled.containsKey(orderId);
    }

    long heldFor(UUID orderId) {
        @Nullable Hold hold = held.get(orderId);
        return hold == null ? 0 : hold.quantity();
    }

    boolean isCommitted(UUID orderId, UUID shipmentId) {
        return shipmentsOf(orderId).contains(shipmentId);
    }

    void hold(UUID orderId, long quantity) {
        held.put(orderId, new Hold(quantity, List.of()));
    }

    void commit(UUID orderId, UUID shipmentId, long quantity) {
        List<UUID> shipments = new ArrayList<>(shipmentsOf(orderId));
        shipments.add(shipmentId);
        Hold left = new Hold(heldFor(orderId) - quantity, shipments);
        held.put(orderId, left);
        if (left.quantity() == 0) {
            settle(orderId);
        }
    }

    void settle(UUID orderId) {
        settled.put(orderId, shipmentsOf(orderId));
        held.remove(orderId);
        if (settled.size() > SETTLED_REMEMBERED) {
            settled.remove(settled.keySet().iterator().next());
        }
    }

    private List<UUID> shipmentsOf(UUID orderId) {
        @Nullable Hold hold = held.get(orderId);
        return hold == null ? settled.getOrDefault(orderId, List.of()) : hold.shipments();
    }
}
