package io.orderflow.command.order.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Public because the validator makes it by reflection. */
public final class CurrencyCodeValidator implements ConstraintValidator<CurrencyCode, String> {

    /** Gold, test codes and the like have no fraction digits, so nothing can be rounded to them. */
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || CODES.contains(value);
    }
}
