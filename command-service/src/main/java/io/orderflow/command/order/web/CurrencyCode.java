package io.orderflow.command.order.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An ISO 4217 code of a currency that amounts can be rounded to. Null is valid. */
@Documented
@Schema(format = "iso-4217", pattern = "^[A-Z]{3}$")
@Constraint(validatedBy = CurrencyCodeValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface CurrencyCode {

    /** What is said when it is not. */
    String message() default "must be an ISO 4217 currency code";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Payload for clients of bean validation. */
    Class<? extends Payload>[] payload() default {};
}
