package io.orderflow.client;

/**
 * All that a read model holds, in one number.
 *
 * @param name the projection
 * @param generation number of the build of the read model
 * @param checksum the same for the same contents, whenever and wherever they were built
 * @param rows how many rows there are
 * @param position index of the last event that all of them have taken; sums of the same position can be compared
 */
public record Checksum(String name, int generation, String checksum, long rows, long position) {}
