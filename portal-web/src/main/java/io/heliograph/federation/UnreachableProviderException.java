package io.heliograph.federation;

/** A provider does not answer, or not as an OpenID provider with this issuer. */
public class UnreachableProviderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    UnreachableProviderException(Why why) {
        super(why.name());
        this.why = why;
    }

    /** What is wrong with it. */
    public Why why() {
        return why;
    }

    /** What can be wrong with a provider. */
    public enum Why {
        /** The address is not one that may be called: not https. */
        ADDRESS,
        /** Nothing answers, or something else than an OpenID configuration. */
        NO_CONFIGURATION,
        /** It calls itself by another name, or has addresses that may not be called. */
        OTHER_ISSUER
    }
}
