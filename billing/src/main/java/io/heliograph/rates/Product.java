package io.heliograph.rates;

/** What is sold: priced for each segment of an SMS, or for each HLR lookup. */
public enum Product {
    SMS,
    LOOKUP
}
