package io.orderflow.platform.web;

import org.springframework.util.DigestUtils;

/** An aggregate's version as an entity tag. */
public final class EntityTag {

    private EntityTag() {}

    /** The strong entity tag of a version: {@code "7"}, with the quotes. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The strong entity tag of a version with something beside it that changes by itself: {@code "7-1f2e3d4c"}. Commands
     * take it for the version.
     *
     * @param content everything that is shown
     */
    public static String of(long version, byte[] content) {
        String digest = DigestUtils.md5DigestAsHex(content);
        return '"' + Long.toString(version) + '-' + digest.substring(0, 16) + '"';
    }
}
