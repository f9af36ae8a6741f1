package io.heliograph.lookups;

/** What an answer says of a number. */
public enum NumberStatus {
    /** In use and reachable. */
    ACTIVE,
    /** In use, but switched off or out of reach for now. */
    SWITCHED_OFF,
    /** In use, but it can't get messages. */
    NO_MESSAGES,
    /** Not in use: the network does not know it. */
    NOT_IN_USE,
    /** The network gave no clear answer. */
    UNCLEAR
}
