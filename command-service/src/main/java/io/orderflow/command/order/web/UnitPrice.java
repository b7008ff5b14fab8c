package io.orderflow.command.order.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The amount of a unit price: plain decimal digits, from 0 to 1,000,000,000, at most six decimals. Null is valid. */
@Documented
@Schema(format = "decimal", pattern = "^" + UnitPriceValidator.FORM_PATTERN + "$")
@Constraint(validatedBy = UnitPriceValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface UnitPrice {

    /** What is said when it is not. */
    String message() default "must be a decimal number from 0 to 1000000000 with at most 6 decimals";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Payload for clients of bean validation. */
    Class<? extends Payload>[] payload() default {};
}
