package io.orderflow.platform.web;

/** Says whether a service has room for one more request. Asked for each before any of it but its head has been read. */
@FunctionalInterface
public interface RequestRoom {

    /** Whether a request with this method may go on; otherwise it is refused with OVERLOADED, which costs next to nothing. */
    boolean isThereFor(String method);
}
