package io.heliograph.brands;

import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name a tenant's people see the portal: their reseller's, or their own for a reseller; the operator's own.
 *
 * @param sellerId whose brand it is; null before there is an operator
 * @param mailSender the name over its mails
 * @param accent a colour as {@code #rrggbb}, or null for the default
 * @param logo the file name of its logo, or null for none
 * @param icon the file name of its favicon, or null for none
 * @param host the host name by which its portal is reached, once somebody has come by it; null for the installation's own
 * @param operator whether it is the operator's own
 */
public record Brand(
        @Nullable UUID sellerId,
        String name,
        String mailSender,
        @Nullable String supportEmail,
        @Nullable String accent,
        @Nullable String logo,
        @Nullable String icon,
        @Nullable String host,
        boolean operator)
        implements Serializable {

    private static final long serialVersionUID = 2;

    /** Before there is an operator. */
    public static final Brand NONE = new Brand(null, "", "", null, null, null, null, null, true);

    /** The letter that stands for a missing logo. */
    public String initial() {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** Where the logo is; null for none. */
    public @Nullable String logoPath() {
        return logo == null ? null : path(logo);
    }

    /** Where the favicon is; null for none. */
    public @Nullable String iconPath() {
        return icon == null ? null : path(icon);
    }

    /** Where the stylesheet of its colours is; null where it has none of its own. */
    public @Nullable String themePath() {
        return accent == null ? null : path(Theme.fileName(accent));
    }

    private String path(String fileName) {
        return "/theme/" + sellerId + "-" + fileName;
    }
}
