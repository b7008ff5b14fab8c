package io.orderflow.platform.openapi;

/** What holds for many routes of a service, and follows from what they are. */
@FunctionalInterface
public interface RouteConvention {

    /** Adds to a route what holds for it. */
    void apply(DescribedRoute route);
}
