package io.heliograph.portal;

import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;

/** Which screens each kind of tenant has, in their order. */
final class Navigation {

    private record Entry(String href, String key, String icon) {}

    private static final Entry OVERVIEW = new Entry("/", "nav.overview", "home");
    private static final Entry CREDITS = new Entry("/credits", "nav.credits", "wallet");
    private static final Entry WEBHOOKS = new Entry("/webhooks", "nav.webhooks", "webhook");
    private static final Entry API_ACCESS = new Entry("/api-access", "nav.api-access", "key");
    private static final Entry PRICES = new Entry("/prices", "nav.prices", "tag");
    private static final Entry PACKAGES = new Entry("/packages", "nav.packages", "package");
    private static final Entry SMPP = new Entry("/smpp-sessions", "nav.smpp", "arrow-up");
    private static final Entry BRAND = new Entry("/brand", "nav.brand", "palette");
    private static final Entry PEOPLE = new Entry("/people", "nav.people", "people");
    private static final Entry COMPANY = new Entry("/company-sign-in", "nav.company", "key");
    private static final Entry AUDIT = new Entry("/audit", "nav.audit", "clock");

    private Navigation() {}

    static List<NavEntry> of(SignedIn who, String path) {
        return entries(who.tenantKind()).stream()
                .filter(entry -> isFor(who, entry))
                .map(entry -> new NavEntry(entry.href(), entry.key(), entry.icon(), leadsTo(entry.href(), path)))
                .toList();
    }

    /** Pages that only some roles have, or nobody who has signed in as somebody else. */
    private static boolean isFor(SignedIn who, Entry entry) {
        return switch (entry.href()) {
            case "/send" -> who.may(Permission.SEND);
            case "/audit", "/company-sign-in" -> who.may(Permission.MANAGE);
            case "/api-access" -> who.standIn() == null;
            default -> true;
        };
    }

    private static List<Entry> entries(TenantKind kind) {
        return switch (kind) {
            case CUSTOMER ->
                List.of(
                        OVERVIEW,
                        new Entry("/send", "nav.send", "send"),
                        new Entry("/messages", "nav.messages", "messages"),
                        new Entry("/lookups", "nav.lookups", "search"),
                        CREDITS,
                        WEBHOOKS,
                        API_ACCESS,
                        PEOPLE,
                        AUDIT);
            case RESELLER ->
                List.of(
                        OVERVIEW,
                        new Entry("/customers", "nav.customers", "customers"),
                        PRICES,
                        PACKAGES,
                        CREDITS,
                        WEBHOOKS,
                        API_ACCESS,
                        SMPP,
                        BRAND,
                        PEOPLE,
                        COMPANY,
                        AUDIT);
            case OPERATOR ->
                List.of(
                        OVERVIEW,
                        new Entry("/customers", "nav.resellers", "customers"),
                        new Entry("/provider-accounts", "nav.provider-accounts", "tower"),
                        SMPP,
                        new Entry("/proof", "nav.proof", "scale"),
                        new Entry("/monitoring", "nav.monitoring", "chart"),
                        PRICES,
                        PACKAGES,
                        PEOPLE,
                        COMPANY,
                        AUDIT);
        };
    }

    private static boolean leadsTo(String href, String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }
}
