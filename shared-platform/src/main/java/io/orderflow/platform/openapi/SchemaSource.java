package io.orderflow.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;

/** Schemas that no route's method mentions, by their names: those of parameters above all. */
@FunctionalInterface
public interface SchemaSource {

    /** The schemas. */
    Map<String, Schema<?>> schemas();
}
