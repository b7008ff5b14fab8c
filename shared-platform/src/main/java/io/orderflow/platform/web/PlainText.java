package io.orderflow.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of text that every database, log and screen can hold: not blank, not too long, without control characters
 * and halves of surrogate pairs. Null is valid; say {@code @NotNull} where it is not.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The characters it may have at most. */
    int max();

    /** Whether blanks at its ends are refused: an identifier must not have two spellings that look the same. */
    boolean trimmed() default false;

    /** Not used: each rule says its own. */
    String message() default "is not valid";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Payload for clients of bean validation. */
    Class<? extends Payload>[] payload() default {};
}
