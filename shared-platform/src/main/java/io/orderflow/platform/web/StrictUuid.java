package io.orderflow.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads UUIDs in their one usual form. {@link UUID#fromString} also takes {@code 1-1-1-1-1}, Jackson also base64: two
 * spellings of one id would be two things to a client and one to us.
 */
final class StrictUuid {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private StrictUuid() {}

    private static boolean isUuid(String text) {
        return FORM.matcher(text).matches();
    }

    /** In a body. */
    static final class Deserializer extends StdScalarDeserializer<UUID> {

        Deserializer() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (UUID) context.handleUnexpectedToken(UUID.class, parser);
            }
            String text = parser.getString();
            return isUuid(text)
                    ? UUID.fromString(text)
                    : (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
        }
    }

    /** In a path or query. Not a converter: when one fails, Spring tries its own lenient editor after it. */
    @ControllerAdvice
    static final class Binding {

        @InitBinder
        void strictUuids(WebDataBinder binder) {
            binder.registerCustomEditor(UUID.class, new Editor());
        }
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!isUuid(text)) {
                throw new IllegalArgumentException("not a UUID");
            }
            setValue(UUID.fromString(text));
        }
    }
}
