package io.orderflow.client;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on this page
 * @param total how many match in all
 * @param page this page's number, from 1
 * @param pageSize items asked for on a page
 * @param totalPages number of pages
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total, int page, int pageSize, int totalPages) {}
