package io.orderflow.processes;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends a process the signals for which Java has no call. */
final class Signals {

    private Signals() {}

    /**
     * Sends one signal.
     *
     * @param signal its name without SIG, such as {@code STOP}
     */
    static void send(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -%s %d failed".formatted(signal, pid));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
