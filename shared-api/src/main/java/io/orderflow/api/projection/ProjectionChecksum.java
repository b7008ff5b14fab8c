package io.orderflow.api.projection;

/**
 * What a read model holds, as one number.
 *
 * @param name the projection
 * @param generation number of the build of the read model
 * @param checksum the same for the same contents, whenever and wherever they were built
 * @param rows how many rows there are
 * @param position index of the last event that all of them have taken
 */
public record ProjectionChecksum(String name, int generation, String checksum, long rows, long position) {}
