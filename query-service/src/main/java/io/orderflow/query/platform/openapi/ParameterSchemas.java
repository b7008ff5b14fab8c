package io.orderflow.query.platform.openapi;

import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.statistics.query.SalesBy;
import io.orderflow.platform.openapi.SchemaSource;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may be written in the parameters that choose among a few names. */
@Component
class ParameterSchemas implements SchemaSource {

    @Override
    public Map<String, Schema<?>> schemas() {
        return Map.of(
                "OrderSort",
                oneOf(
                        "In which order orders come; a leading minus means descending.",
                        Arrays.stream(OrderSort.values())
                                .map(OrderSort::parameter)
                                .toList(),
                        OrderSort.NEWEST_FIRST.parameter()),
                "SalesBy",
                oneOf(
                        "What sales are summed up by.",
                        Arrays.stream(SalesBy.values()).map(SalesBy::parameter).toList(),
                        SalesBy.DAY.parameter()));
    }

    private static Schema<?> oneOf(String description, List<String> names, String otherwise) {
        Schema<Object> schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        schema.description(description);
        names.forEach(schema::addEnumItemObject);
        schema.setDefault(otherwise);
        return schema;
    }
}
