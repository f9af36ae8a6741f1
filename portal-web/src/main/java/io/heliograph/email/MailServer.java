package io.heliograph.email;

/** The way in for mails, as customers have to know it. */
public interface MailServer {

    /** The port it listens on; -1 while no mails are taken. */
    int port();

    /** Whether secret addresses work. */
    boolean takesFromAnybody();

    /** A domain of ours for the addresses, or {@code host} where any will do. */
    String domain(String host);
}
