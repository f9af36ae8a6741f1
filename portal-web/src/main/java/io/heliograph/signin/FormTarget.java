package io.heliograph.signin;

/**
 * Another site that a form of ours leads to, by redirect: the checkout of Stripe. Browsers hold redirects after a form
 * against {@code form-action} too.
 */
@FunctionalInterface
public interface FormTarget {

    /** Scheme, host and port, such as {@code https://checkout.stripe.com}; asked with each page, as a port may be known late. */
    String origin();
}
