package io.orderflow.cli;

import java.io.Serial;

/** The command cannot do what it was asked to; the message is one sentence for the person who asked. */
public final class UserMistake extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and, where it is not plain, what to do about it */
    public UserMistake(String sentence) {
        super(sentence);
    }
}
