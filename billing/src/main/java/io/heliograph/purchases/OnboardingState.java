package io.heliograph.purchases;

/** How far a reseller is with an account at Stripe that was opened through us. */
public enum OnboardingState {
    /** No account was opened through us. */
    NOT_BEGUN,
    /** Stripe has questions that are not answered. */
    UNFINISHED,
    /** All is answered, and Stripe checks it. */
    IN_REVIEW,
    /** The account may take payments. */
    READY
}
