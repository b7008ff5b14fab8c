package io.orderflow.query.platform.generation;

/**
 * One build of a read model from the events.
 *
 * @param group the processing group that fills the read model
 * @param number counted from 1; a later build has a higher one
 */
public record Generation(String group, int number) {

    /** The name of its processor, under which its tokens and dead letters are kept. */
    public String processor() {
        return group + "-" + number;
    }

    /** What its schema is called, apart from a prefix that a database may add. */
    String schemaName() {
        return processor().replace('-', '_');
    }
}
