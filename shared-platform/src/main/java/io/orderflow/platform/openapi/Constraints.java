package io.orderflow.platform.openapi;

import io.orderflow.platform.web.PlainText;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Says in a schema what our own constraints demand; those of Bean Validation are known to everybody. */
final class Constraints {

    private static final String NOT_BLANK = "\\S";
    private static final String TRIMMED = "^\\S(.*\\S)?$";

    private Constraints() {}

    /** A constraint that is itself annotated with a {@code @Schema} has that one's pattern and format. */
    static void apply(AnnotatedElement element, Schema<?> schema) {
        PlainText text = AnnotatedElementUtils.findMergedAnnotation(element, PlainText.class);
        if (text != null) {
            schema.setMinLength(1);
            schema.setMaxLength(text.max());
            schema.setPattern(text.trimmed() ? TRIMMED : NOT_BLANK);
        }
        io.swagger.v3.oas.annotations.media.Schema own =
                AnnotatedElementUtils.findMergedAnnotation(element, io.swagger.v3.oas.annotations.media.Schema.class);
        if (own != null && !own.pattern().isEmpty()) {
            schema.setPattern(own.pattern());
        }
        if (own != null && !own.format().isEmpty()) {
            schema.setFormat(own.format());
        }
    }
}
