package io.heliograph.purchases.stripe.simulator;

/** How the simulator delivers an event; in every mode it tries again until the answer is a 2xx. */
public enum WebhookMode {
    /** Once and promptly. */
    ONCE,
    /** Three times at the same moment, as Stripe says can happen. */
    THREE_TIMES,
    /** Some seconds after everything else, so that the payer lands first. */
    LATE,
    /** Not at all until {@link StripeSimulator#release()}. */
    HELD
}
