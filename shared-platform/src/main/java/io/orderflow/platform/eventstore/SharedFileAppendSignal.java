package io.orderflow.platform.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * An {@link AppendSignal} between processes of one machine: the head, in a memory-mapped file beside the store. Each
 * process watches it every millisecond without a system call to the file or a query to the store, and it outlives the
 * process that wrote it. H2 itself has no way to notify another process.
 */
final class SharedFileAppendSignal implements AppendSignal, AutoCloseable {

    private static final VarHandle HEAD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long WATCH_INTERVAL_NANOS = 1_000_000;

    private final ByteBuffer shared;
    private final AppendListeners listeners = new AppendListeners();
    private final Thread watcher;
    private volatile boolean closed;

    SharedFileAppendSignal(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                shared = channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the signal file " + file, e);
        }
        long opened = head();
        watcher = new Thread(() -> watch(opened), "append-signal");
        watcher.setDaemon(true);
        watcher.start();
    }

    @Override
    public void raise(long head) {
        long before = head();
        while (head > before && !HEAD.compareAndSet(shared, 0, before, head)) {
            before = head();
        }
        listeners.tell();
    }

    @Override
    public long head() {
        return (long) HEAD.getVolatile(shared, 0);
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        return listeners.add(listener);
    }

    private void watch(long opened) {
        long seen = opened;
        while (!closed) {
            LockSupport.parkNanos(WATCH_INTERVAL_NANOS);
            long now = head();
            if (now != seen) {
                seen = now;
                listeners.tell();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }
}
