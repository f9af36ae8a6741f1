package io.heliograph.messages;

/** The way in by which a submission came. */
public enum Channel {
    BROWSER,
    BULKSMS,
    REST,
    SMPP,
    EMAIL
}
