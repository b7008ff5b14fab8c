package io.orderflow.query.platform.freshness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Names the read model that a route answers from. Its answers then say how fresh they are, and the route takes
 * {@code minVersion} (where it is about one aggregate) or {@code after} (where it is a list), with {@code wait}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsModel {

    /** The parameters that such a route takes beside its own if it is about one aggregate. */
    List<String> PARAMETERS_OF_ONE = List.of("minVersion", "wait");

    /** The same of a list. */
    List<String> PARAMETERS_OF_LISTS = List.of("after", "wait");

    /** The processing group that fills the read model. */
    String value();

    /** The path variable that names the one aggregate whose version {@code minVersion} means; empty for a list. */
    String id() default "";
}
