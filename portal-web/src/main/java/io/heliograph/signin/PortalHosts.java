package io.heliograph.signin;

import java.util.Optional;
import java.util.UUID;

/** Knows the hosts under which the portal is reached beside {@code heliograph.public-url}: those of resellers. */
@FunctionalInterface
public interface PortalHosts {

    /** The reseller whose host this is, given in lower case; empty for no host of the portal. */
    Optional<UUID> resellerAt(String host);
}
