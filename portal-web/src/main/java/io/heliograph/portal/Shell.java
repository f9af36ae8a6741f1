package io.heliograph.portal;

import io.heliograph.brands.Brand;
import io.heliograph.signin.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around every screen.
 *
 * @param who the person, or null before the sign-in
 * @param dir {@code ltr} or {@code rtl}
 */
public record Shell(
        @Nullable SignedIn who, Brand brand, List<NavEntry> nav, boolean sandbox, String lang, String dir) {}
