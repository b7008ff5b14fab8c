package io.orderflow.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Public because the validator makes it by reflection. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private int max;
    private boolean trimmed;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        trimmed = constraint.trimmed();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        String broken = value == null ? null : brokenRule(value.toString());
        if (broken != null) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(broken).addConstraintViolation();
        }
        return broken == null;
    }

    private @Nullable String brokenRule(String text) {
        if (text.isBlank()) {
            return "must not be blank";
        }
        if (text.length() > max) {
            return "must have at most " + max + " characters";
        }
        if (text.codePoints().anyMatch(PlainTextValidator::isUnprintable)) {
            return "must not have control characters or unpaired surrogates";
        }
        return trimmed && !text.strip().equals(text) ? "must not begin or end with a blank" : null;
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
