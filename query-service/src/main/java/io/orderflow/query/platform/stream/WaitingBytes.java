package io.orderflow.query.platform.stream;

import java.util.concurrent.atomic.AtomicLong;

/** What waits in the buffers of all streams together. A frame that waits in many of them takes its memory once. */
final class WaitingBytes {

    private final long most;
    private final AtomicLong sum = new AtomicLong();

    /** @param most how many bytes may wait before those who are behind are given no more */
    WaitingBytes(long most) {
        this.most = most;
    }

    void add(Frame frame) {
        if (frame.waitingIn().getAndIncrement() == 0) {
            sum.addAndGet(frame.bytes().length);
        }
    }

    void remove(Frame frame) {
        if (frame.waitingIn().decrementAndGet() == 0) {
            sum.addAndGet(-frame.bytes().length);
        }
    }

    boolean isRoom() {
        return sum.get() < most;
    }

    long sum() {
        return sum.get();
    }
}
