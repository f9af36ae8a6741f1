package io.heliograph.portal.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's provider that the reader may link; {@code email} is that of the linked account, or null for none. */
record CompanyLink(UUID providerId, String label, @Nullable String email) {}
