package io.orderflow.platform.evolution;

import java.util.function.Function;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code StockRegistered} says what a unit is. Until then everything was counted in pieces. */
final class StockRegisteredHasUnit extends SingleEventUpcaster {

    private static final String TYPE = "io.orderflow.api.stock.event.StockRegistered";
    private static final SimpleSerializedType BEFORE = new SimpleSerializedType(TYPE, "1");
    private static final SimpleSerializedType AFTER = new SimpleSerializedType(TYPE, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcast(
                AFTER, JsonNode.class, payload -> ((ObjectNode) payload).put("unit", "PIECE"), Function.identity());
    }
}
