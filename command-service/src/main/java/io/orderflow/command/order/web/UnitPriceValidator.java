package io.orderflow.command.order.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Public because the validator makes it by reflection. */
public final class UnitPriceValidator implements ConstraintValidator<UnitPrice, String> {

    /** The form is checked first: {@code 1e999999999} is a number that takes for ever to compare. */
    static final String FORM_PATTERN = "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,6})?";

    private static final Pattern FORM = Pattern.compile(FORM_PATTERN);

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || FORM.matcher(value).matches() && new BigDecimal(value).compareTo(MOST) <= 0;
    }
}
