package io.heliograph.portal.emailaccess;

import io.heliograph.email.SecretAddress;
import java.util.List;

/**
 * What is around the settings.
 *
 * @param server its host; the customer's mail program connects there
 * @param port -1 while no mails are taken
 * @param example an address with a number
 * @param usernames of the credentials that work
 * @param takesFromAnybody whether secret addresses work here at all
 * @param secrets the customer's that work, the newest first
 * @param mails the last ones
 */
record EmailView(
        String server,
        int port,
        String example,
        List<String> usernames,
        boolean takesFromAnybody,
        List<SecretAddress> secrets,
        List<MailLine> mails,
        boolean mayChange) {}
