package io.orderflow.query.platform.paging;

import java.util.OptionalLong;

/**
 * Which part of a list is asked for.
 *
 * @param page page number, from 1
 * @param pageSize entries on a page, 1 to {@value #MAX_PAGE_SIZE}
 */
public record Paging(int page, int pageSize) {

    static final int DEFAULT_PAGE_SIZE = 20;
    static final int MAX_PAGE_SIZE = 100;

    public Paging {
        if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("no page " + page + " of " + pageSize);
        }
    }

    /** Whether the page is within what a database can be asked to skip; behind that there is surely nothing. */
    public boolean isReachable() {
        return skipped() <= Integer.MAX_VALUE;
    }

    /** How many entries come before this page. */
    public int offset() {
        return Math.toIntExact(skipped());
    }

    /** How many entries match in all, where this page tells that without counting. */
    public OptionalLong totalFrom(int found) {
        boolean isLast = found < pageSize && (found > 0 || page == 1);
        return isLast ? OptionalLong.of(skipped() + found) : OptionalLong.empty();
    }

    /** How many pages there are. */
    public int pagesOf(long total) {
        return Math.toIntExact((total + pageSize - 1) / pageSize);
    }

    private long skipped() {
        return (page - 1L) * pageSize;
    }
}
