package io.heliograph.email.smtp;

import io.heliograph.credentials.Credentials;
import io.heliograph.email.Receiving;
import io.heliograph.email.SecretAddresses;
import io.heliograph.email.SeenMails;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Tenants;
import io.heliograph.tls.Certificates;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

/** A mail server on the portal's database with settings of its own, as another node has it. */
public final class OtherNode implements AutoCloseable {

    public static final int MOST_MAILS = 2;

    private final SmtpServer server;

    private OtherNode(SmtpServer server) {
        this.server = server;
        server.start();
    }

    /**
     * One beside the portal.
     *
     * @param bundle with its certificate; null for the sandbox's
     */
    public static OtherNode start(ApplicationContext portal, @Nullable String bundle) {
        return start(portal, bundle, false, false);
    }

    /** One behind a proxy that says whose each connection is. */
    public static OtherNode behindProxy(ApplicationContext portal) {
        return start(portal, null, true, true);
    }

    private static OtherNode start(
            ApplicationContext portal, @Nullable String bundle, boolean authWithoutTls, boolean proxyProtocol) {
        SmtpProperties properties = new SmtpProperties(
                0,
                null,
                "localhost",
                bundle,
                authWithoutTls,
                true,
                List.of(),
                proxyProtocol,
                DataSize.ofMegabytes(1),
                10,
                10,
                MOST_MAILS,
                Duration.ofSeconds(20),
                Duration.ofMinutes(1));
        Guests guests = new Guests(properties);
        Encryption encryption = new Encryption(properties, portal.getBean(Certificates.class));
        SeenMails seen = portal.getBean(SeenMails.class);
        Credentials credentials = portal.getBean(Credentials.class);
        return new OtherNode(new SmtpServer(
                properties,
                encryption,
                guests,
                new SignIns(credentials, guests, seen, encryption),
                new Commands(encryption, guests, seen),
                new Doorkeeper(
                        properties,
                        credentials,
                        portal.getBean(SecretAddresses.class),
                        portal.getBean(Tenants.class),
                        portal.getBean(Brands.class)),
                portal.getBean(Receiving.class),
                seen));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
