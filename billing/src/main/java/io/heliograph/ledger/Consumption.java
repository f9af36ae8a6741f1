package io.heliograph.ledger;

/**
 * What a tenant spent.
 *
 * @param credits its charges less its refunds
 * @param charges how many transfers charged it
 * @param refunds how many transfers refunded it
 */
public record Consumption(Credits credits, long charges, long refunds) {

    public static final Consumption NONE = new Consumption(Credits.ZERO, 0, 0);

    public Consumption plus(Consumption other) {
        return new Consumption(credits.plus(other.credits), charges + other.charges, refunds + other.refunds);
    }
}
