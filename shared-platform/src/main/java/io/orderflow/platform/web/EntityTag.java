package io.orderflow.platform.web;

/** An aggregate's version as an entity tag. */
public final class EntityTag {

    private EntityTag() {}

    /** The strong entity tag of a version: {@code "7"}, with the quotes. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
