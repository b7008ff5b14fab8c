package io.orderflow.query.platform.paging;

import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.query.platform.freshness.ReadsModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of one request. Reads each as what it must be, notes every fault, and refuses the request for all of
 * them at once. An empty value counts as none.
 */
public final class RequestParameters {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME_FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt].+");

    private final MultiValueMap<String, String> given;
    private final List<Violation> violations = new ArrayList<>();

    private RequestParameters(MultiValueMap<String, String> given, List<String> own, List<String> ofReads) {
        this.given = given;
        List<String> known = Stream.concat(own.stream(), ofReads.stream()).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(
                        name,
                        known.isEmpty()
                                ? "is not known here; there are no parameters"
                                : "is not known here; the parameters are " + String.join(", ", known)));
    }

    /**
     * The parameters of a route about one aggregate.
     *
     * @param given the query parameters as they came
     * @param own the names that the route takes beside those of {@link ReadsModel}, which are read before the route is
     *     asked; any other is refused, so that a misspelt filter is not ignored
     */
    public static RequestParameters ofOne(MultiValueMap<String, String> given, String... own) {
        return new RequestParameters(given, List.of(own), ReadsModel.PARAMETERS_OF_ONE);
    }

    /** The parameters of a route that reads no model: these and no other. */
    public static RequestParameters of(MultiValueMap<String, String> given, String... own) {
        return new RequestParameters(given, List.of(own), List.of());
    }

    /** The parameters of a route that is a list, likewise. */
    public static RequestParameters ofList(MultiValueMap<String, String> given, String... own) {
        return new RequestParameters(given, List.of(own), ReadsModel.PARAMETERS_OF_LISTS);
    }

    /** An id. */
    public @Nullable UUID id(String name) {
        return single(name).map(value -> toUuid(name, value)).orElse(null);
    }

    /** A text, if there is one. */
    public Optional<String> text(String name) {
        return single(name);
    }

    /** An instant, or a date, which means its start in UTC. */
    public @Nullable Instant instant(String name) {
        return single(name).map(value -> toInstant(name, value)).orElse(null);
    }

    /** Refuses a span of time that ends before it begins. */
    public void checkSpan(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && to.isBefore(from)) {
            refuse("to", "must not be before from");
        }
    }

    /** A whole number within limits. */
    public @Nullable Long number(String name, long least, long most) {
        return single(name).map(value -> toNumber(name, value, least, most)).orElse(null);
    }

    /** The page asked for. */
    public Paging paging() {
        Long page = number("page", 1, Integer.MAX_VALUE);
        Long size = number("pageSize", 1, Paging.MAX_PAGE_SIZE);
        return new Paging(
                page == null ? 1 : page.intValue(), size == null ? Paging.DEFAULT_PAGE_SIZE : size.intValue());
    }

    /** One of a few names. */
    public <T> Optional<T> choice(String name, Function<String, Optional<T>> named, List<String> names) {
        return single(name).flatMap(value -> {
            Optional<T> chosen = named.apply(value);
            if (chosen.isEmpty()) {
                refuse(name, "must be one of " + String.join(", ", names));
            }
            return chosen;
        });
    }

    /** Any number of an enum's names, as values separated by commas, as repeated parameters, or both. */
    public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String value : given.getOrDefault(name, List.of())) {
            for (String part : value.split(",")) {
                if (!part.isBlank()) {
                    constant(part.strip(), type).ifPresentOrElse(chosen::add, () -> refuseNames(name, type));
                }
            }
        }
        return chosen;
    }

    /** Refuses parameters that make no sense beside another. */
    public void refuseWith(String present, String... others) {
        Arrays.stream(others)
                .filter(given::containsKey)
                .forEach(name -> refuse(name, "cannot be given together with " + present));
    }

    /** Whether a fault of a parameter was noted. */
    public boolean isRefused(String name) {
        return violations.stream().anyMatch(violation -> name.equals(violation.parameter()));
    }

    /** Notes a fault. */
    public void refuse(String name, String detail) {
        violations.add(Violation.of(name, detail));
    }

    /** Refuses the request if a fault was noted. */
    public void check() {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(violations));
        }
    }

    private Optional<String> single(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            refuse(name, "must be given once");
            return Optional.empty();
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private @Nullable UUID toUuid(String name, String value) {
        // the JDK also takes shorter forms, in which two texts would name one order
        if (UUID_FORM.matcher(value).matches()) {
            return UUID.fromString(value);
        }
        refuse(name, "must be a UUID");
        return null;
    }

    private @Nullable Instant toInstant(String name, String value) {
        try {
            if (DATE_FORM.matcher(value).matches()) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (TIME_FORM.matcher(value).matches()) {
                return OffsetDateTime.parse(value).toInstant();
            }
        } catch (DateTimeException e) {
            // the same answer as for a text of another form
        }
        refuse(name, "must be an RFC 3339 time such as 2026-01-31T12:00:00Z, or a date");
        return null;
    }

    private @Nullable Long toNumber(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        refuse(name, "must be a whole number from " + least + " to " + most);
        return null;
    }

    private static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    private <E extends Enum<E>> void refuseNames(String name, Class<E> type) {
        refuse(
                name,
                "must be among "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
