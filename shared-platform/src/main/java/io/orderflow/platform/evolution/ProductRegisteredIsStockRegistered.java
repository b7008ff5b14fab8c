package io.orderflow.platform.evolution;

import java.util.function.Function;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;

/** {@code ProductRegistered} is called {@code StockRegistered}; what is in it is the same. */
final class ProductRegisteredIsStockRegistered extends SingleEventUpcaster {

    private static final SimpleSerializedType BEFORE =
            new SimpleSerializedType("io.orderflow.api.stock.event.ProductRegistered", "1");
    private static final SimpleSerializedType AFTER =
            new SimpleSerializedType("io.orderflow.api.stock.event.StockRegistered", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcast(AFTER, JsonNode.class, Function.identity(), Function.identity());
    }
}
