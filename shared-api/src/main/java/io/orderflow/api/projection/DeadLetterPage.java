package io.orderflow.api.projection;

import java.util.List;

/**
 * A page of dead letters, the first of each sequence.
 *
 * @param items the letters on this page, the oldest first
 * @param total how many sequences there are in all
 * @param page this page's number, from 1
 * @param pageSize letters asked for on a page
 * @param totalPages number of pages
 */
public record DeadLetterPage(List<DeadLetterView> items, long total, int page, int pageSize, int totalPages) {}
