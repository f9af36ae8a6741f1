package io.heliograph.bench;

import java.util.Arrays;

/** What is measured. */
enum Scenario {
    /** The machine itself: the disk, and empty requests. */
    LIMITS,
    /** One number a request, one text for all, on 1, 16 and 64 connections. */
    ACCEPT,
    /** The same with a text of its own for each. */
    OWN_TEXTS,
    /** 15 numbers a request, on 1, 16 and 64 connections, with one text and with a text for each request. */
    FIFTEEN,
    /** One number a request, by 100 customers in turns. */
    SPREAD,
    /** The same by SMPP, over one session and over four. */
    SMPP,
    /** By HTTP, and forwarded by SMPP; what comes after it is forwarded by HTTP again. */
    SMPP_UPSTREAM,
    /** A campaign, 15 numbers a request. */
    CAMPAIGN,
    /** A delivery report for each message, and its webhook. */
    REPORTS,
    /** The same, with the messages of 100 customers. */
    SPREAD_REPORTS,
    /** How long webhooks take, before and after a fifth of the endpoints went bad. */
    ISOLATION,
    /** How long a message takes to 1s2u, before and after another customer queued a million. */
    BACKLOG,
    /** Pages of a customer with many messages: the list of messages and the statement. */
    PAGES,
    /** A list of numbers that a customer checks, and pages that its owner looks at meanwhile. */
    LOOKUPS,
    /** Fills the database; what comes after it is measured on a large one. */
    GROWTH;

    static final String DEFAULT = "limits,accept,own-texts,fifteen,spread,campaign,reports,spread-reports";

    static Scenario of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.word().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + DEFAULT));
    }

    private String word() {
        return name().replace('_', '-');
    }
}
