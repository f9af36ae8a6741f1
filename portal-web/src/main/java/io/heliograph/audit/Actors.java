package io.heliograph.audit;

/** Knows who is at the other end of the present request. */
@FunctionalInterface
public interface Actors {

    /** Who acts now; {@link Actor#NOBODY} outside of requests. */
    Actor now();
}
