package io.orderflow.command.archive;

/**
 * What a file of events holds.
 *
 * @param events how many
 * @param sha256 of their lines
 */
record Seal(long events, String sha256) {}
