package io.orderflow.cli;

import java.io.Console;

/** Whether somebody is watching. */
public final class Terminal {

    private Terminal() {}

    /** From Java 22 on there is a console without a terminal too, and it has to be asked. */
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
