package io.orderflow.platform.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads UUIDs in their one usual form. {@link UUID#fromString} also takes {@code 1-1-1-1-1}, Jackson also base64: two
 * spellings of one id would be two things to a client and one to us.
 */
final class StrictUuid extends StdScalarDeserializer<UUID> implements Converter<String, UUID> {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    StrictUuid() {
        super(UUID.class);
    }

    @Override
    public UUID convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        String text = parser.getString();
        if (!FORM.matcher(text).matches()) {
            return (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
        }
        return UUID.fromString(text);
    }
}
