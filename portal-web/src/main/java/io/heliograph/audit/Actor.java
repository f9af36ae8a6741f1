package io.heliograph.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param who the account it is done with; null for nobody who is signed in
 * @param behind the person who has signed in as {@code who}, if somebody has
 * @param address the network address of the request; empty for work without one
 */
public record Actor(@Nullable Person who, @Nullable Person behind, String address) {

    /** Work that no request asked for. */
    public static final Actor NOBODY = new Actor(null, null, "");

    /** A person, or a program by its name: then without an id. */
    public record Person(@Nullable UUID userId, @Nullable UUID tenantId, String name) {}
}
