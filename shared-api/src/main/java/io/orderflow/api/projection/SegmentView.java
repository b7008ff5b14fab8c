package io.orderflow.api.projection;

import org.jspecify.annotations.Nullable;

/**
 * A part of the events, by the aggregates they are about.
 *
 * @param segment its number
 * @param position index of the last event it has read; -1 before the first
 * @param owner the replica that works for it; null if none does
 * @param replaying whether it reads events that were there before
 */
public record SegmentView(int segment, long position, @Nullable String owner, boolean replaying) {}
