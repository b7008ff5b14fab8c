package io.orderflow.platform.problem;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Reads what bean validation found wrong with a request. */
final class InvalidArguments {

    /** A body of 500 lines can be wrong in thousands of places; nobody reads more than these. */
    private static final int MOST = 100;

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final Comparator<Violation> ORDER =
            Comparator.comparing(InvalidArguments::place).thenComparing(Violation::detail);

    private InvalidArguments() {}

    static ProblemException problem(MethodArgumentNotValidException e) {
        boolean body = e.getParameter().hasParameterAnnotation(RequestBody.class);
        return invalid(ofErrors(e.getBindingResult(), body));
    }

    static ProblemException problem(HandlerMethodValidationException e) {
        return invalid(e.getParameterValidationResults().stream().flatMap(InvalidArguments::ofParameter));
    }

    private static ProblemException invalid(Stream<Violation> violations) {
        return ProblemException.invalid(
                violations.distinct().sorted(ORDER).limit(MOST).toList());
    }

    private static Stream<Violation> ofParameter(ParameterValidationResult result) {
        MethodParameter parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors errors) {
            return ofErrors(errors, parameter.hasParameterAnnotation(RequestBody.class));
        }
        String name = name(parameter);
        return result.getResolvableErrors().stream().map(error -> Violation.of(name, detail(error)));
    }

    private static Stream<Violation> ofErrors(Errors errors, boolean body) {
        return errors.getAllErrors().stream().map(error -> {
            String field = error instanceof FieldError fieldError ? fieldError.getField() : "";
            return body ? Violation.at(pointer(field), detail(error)) : Violation.of(field, detail(error));
        });
    }

    private static String detail(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return "is not of the expected type";
        }
        String message = error instanceof ObjectError object ? object.getDefaultMessage() : error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    /** From {@code items[0].quantity} to {@code /items/0/quantity}. */
    private static String pointer(String field) {
        return field.isEmpty()
                ? ""
                : "/" + INDEX.matcher(field).replaceAll("/$1").replace('.', '/');
    }

    static String name(MethodParameter parameter) {
        RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
        if (param != null && !param.name().isEmpty()) {
            return param.name();
        }
        PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
        if (variable != null && !variable.name().isEmpty()) {
            return variable.name();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        return String.valueOf(parameter.getParameterName());
    }

    private static String place(Violation violation) {
        @Nullable String pointer = violation.pointer();
        return pointer != null ? pointer : String.valueOf(violation.parameter());
    }
}
