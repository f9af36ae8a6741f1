package io.heliograph.credentials;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller of the REST API may do. */
public enum Scope {
    MESSAGES_WRITE("messages:write"),
    MESSAGES_READ("messages:read"),
    LOOKUPS("lookups"),
    BILLING_READ("billing:read"),
    WEBHOOKS("webhooks"),
    CUSTOMERS("customers");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As tokens and callers write it, such as {@code messages:write}. */
    public String text() {
        return text;
    }

    /** The scope that is written so. */
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /** Scopes written with spaces between; words that are none are left out. */
    public static Set<Scope> parse(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(text.split(" ")).map(Scope::of).flatMap(Optional::stream).forEach(scopes::add);
        return scopes;
    }

    /** Scopes with spaces between, in the order above. */
    public static String write(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
