package io.heliograph.email.smtp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mails come in.
 *
 * @param port 0 for any that is free, -1 for no e-mail at all
 * @param address of this machine to listen on; all of them if null
 * @param hostName what the server calls itself
 * @param tlsBundle the name of a bundle with the certificate for STARTTLS; null for none, or in the sandbox a self-made one
 * @param authWithoutTls whether a secret may come over a connection that is not encrypted; true in the sandbox
 * @param inbound whether mails are taken without a sign-in, to addresses with a customer's secret
 * @param domains that are ours, beside those of resellers; none for any
 * @param proxyProtocol whether a TCP proxy in front begins each connection with the client's address (PROXY protocol 1 or
 *     2); whoever reaches the port without that proxy could claim any address
 * @param largestMail with headers and attachments
 * @param mostConnections at a time, on this node
 * @param mostConnectionsPerAddress at a time, from one machine
 * @param mostMailsPerConnection after which a program has to connect again
 * @param timeout after which somebody who says nothing is sent away
 * @param longestSession after which anybody is
 */
@ConfigurationProperties("heliograph.smtp")
record SmtpProperties(
        @DefaultValue("2525") int port,
        @Nullable InetAddress address,
        @DefaultValue("localhost") String hostName,
        @Nullable String tlsBundle,
        @DefaultValue("false") boolean authWithoutTls,
        @DefaultValue("true") boolean inbound,
        @DefaultValue List<String> domains,
        @DefaultValue("false") boolean proxyProtocol,
        @DefaultValue("1MB") DataSize largestMail,
        @DefaultValue("500") int mostConnections,
        @DefaultValue("20") int mostConnectionsPerAddress,
        @DefaultValue("100") int mostMailsPerConnection,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("10m") Duration longestSession) {

    private static final long MOST_MEGABYTES = 100;

    SmtpProperties {
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
        if (mostConnections < 1 || mostConnectionsPerAddress < 1 || mostMailsPerConnection < 1) {
            throw new IllegalArgumentException(
                    "heliograph.smtp.most-connections, -per-address and most-mails-per-connection: at least one");
        }
        if (!timeout.isPositive() || !longestSession.isPositive()) {
            throw new IllegalArgumentException("heliograph.smtp.timeout and longest-session: more than nothing");
        }
        if (largestMail.toKilobytes() < 1 || largestMail.toMegabytes() > MOST_MEGABYTES) {
            throw new IllegalArgumentException("heliograph.smtp.largest-mail: 1KB to " + MOST_MEGABYTES + "MB");
        }
    }

    /** The largest mail in bytes. */
    int mostBytes() {
        return Math.toIntExact(largestMail.toBytes());
    }
}
