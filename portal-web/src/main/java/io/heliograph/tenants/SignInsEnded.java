package io.heliograph.tenants;

import java.util.UUID;

/** A person's sessions are to end: they were disabled, or have a new password. */
public record SignInsEnded(UUID userId) {}
