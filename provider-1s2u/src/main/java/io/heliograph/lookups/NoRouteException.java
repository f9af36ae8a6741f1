package io.heliograph.lookups;

/** A number of a draft has no price any more. */
final class NoRouteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String msisdn;

    NoRouteException(String msisdn) {
        super("There is no price for " + msisdn);
        this.msisdn = msisdn;
    }

    String msisdn() {
        return msisdn;
    }
}
