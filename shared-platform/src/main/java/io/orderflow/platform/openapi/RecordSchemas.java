package io.orderflow.platform.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completes the schemas of our own records and enums with what only we can know: a component is required unless it is
 * {@code @Nullable}, it is described by its Javadoc, and our own constraints have patterns and lengths.
 */
final class RecordSchemas implements ModelConverter {

    private static final String OURS = "io.orderflow.";
    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<String> NO_PART_OF_A_NAME = Set.of("Endpoint");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> ours = java != null && java.getRawClass().getName().startsWith(OURS) ? java.getRawClass() : null;
        if (ours != null && ours.getEnclosingClass() != null) {
            type.setName(nameOf(ours));
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        if (ours != null && resolved != null) {
            Schema<?> model = definition(resolved, context);
            if (ours.isRecord()) {
                describe(model, ours);
            } else if (ours.isEnum()) {
                describeConstants(model, ours);
            }
        }
        return resolved;
    }

    /** {@code CancelOrderEndpoint.Request} is a CancelOrderRequest; several endpoints have a Request of their own. */
    static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String name = nameOf(outer);
        for (String suffix : NO_PART_OF_A_NAME) {
            name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        }
        return name + type.getSimpleName();
    }

    private static Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        Schema<?> defined = reference == null || !reference.startsWith(REFERENCE)
                ? null
                : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return defined == null ? resolved : defined;
    }

    private static void describe(Schema<?> model, Class<?> type) {
        RecordJavadoc javadoc = RecordJavadoc.of(type);
        model.setDescription(javadoc.text());
        var properties = model.getProperties();
        if (properties == null) {
            model.setTypes(Set.of("object"));
            return;
        }
        model.setRequired(requiredOf(type));
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null) {
                property.setDescription(javadoc.components().get(component.getName()));
                constrain(property, component);
            }
        }
    }

    private static void describeConstants(Schema<?> model, Class<?> type) {
        RecordJavadoc javadoc = RecordJavadoc.of(type);
        String constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .filter(name -> !javadoc.components().getOrDefault(name, "").isEmpty())
                .map(name -> "* `%s`: %s".formatted(name, javadoc.components().get(name)))
                .collect(Collectors.joining("\n"));
        model.setDescription(constants.isEmpty() ? javadoc.text() : javadoc.text() + "\n\n" + constants);
    }

    private static @Nullable List<String> requiredOf(Class<?> type) {
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> !isLeftOutWhenEmpty(component))
                .map(RecordComponent::getName)
                .toList();
        return required.isEmpty() ? null : required;
    }

    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }

    private static void constrain(Schema<?> property, RecordComponent component) {
        Constraints.apply(component, property);
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        if (format != null
                && format.shape() == JsonFormat.Shape.STRING
                && component.getType().equals(BigDecimal.class)) {
            property.setTypes(Set.of("string"));
            property.setType("string");
            property.setFormat("decimal");
            property.setPattern("^-?[0-9]+(\\.[0-9]+)?$");
        }
    }
}
