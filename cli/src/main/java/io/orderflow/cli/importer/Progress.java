package io.orderflow.cli.importer;

import io.orderflow.cli.Terminal;
import java.io.PrintWriter;

/** Shows how far one kind of errands is. */
interface Progress extends AutoCloseable {

    /** One more is at its end. */
    void step();

    @Override
    void close();

    /** A bar on a terminal, a line now and then anywhere else. */
    static Progress of(String what, int total, PrintWriter out) {
        return Terminal.isThere() ? new ProgressBarLine(what, total) : new ProgressLines(what, total, out);
    }
}
