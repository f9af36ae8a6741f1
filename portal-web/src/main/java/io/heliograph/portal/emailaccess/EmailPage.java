package io.heliograph.portal.emailaccess;

import io.heliograph.credentials.Credential;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.Credentials;
import io.heliograph.email.MailServer;
import io.heliograph.email.SecretAddresses;
import io.heliograph.email.SeenMails;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.PublicUrl;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what is around the settings. */
@Component
class EmailPage {

    private static final int MAILS = 50;
    private static final String NUMBER = "447700900123";

    private final MailServer server;
    private final Credentials credentials;
    private final SecretAddresses secrets;
    private final SeenMails seen;
    private final PublicUrl address;

    EmailPage(MailServer server, Credentials credentials, SecretAddresses secrets, SeenMails seen, PublicUrl address) {
        this.server = server;
        this.credentials = credentials;
        this.secrets = secrets;
        this.seen = seen;
        this.address = address;
    }

    EmailView view(SignedIn who) {
        return new EmailView(
                host(who),
                server.port(),
                NUMBER + "@" + server.domain(host(who)),
                usernames(who.tenantId()),
                server.takesFromAnybody(),
                secrets.working(who.tenantId()),
                seen.latest(who.tenantId(), MAILS).stream().map(MailLine::new).toList(),
                who.may(Permission.CONNECT));
    }

    /** Of the credentials that work. */
    List<String> usernames(UUID tenantId) {
        return credentials.ofTenant(tenantId).stream()
                .filter(credential -> credential.kind() == CredentialKind.LOGIN)
                .filter(one -> one.revokedAt() == null)
                .map(Credential::username)
                .toList();
    }

    /** A number's address with this secret in it. */
    String addressWith(String secret, SignedIn who) {
        return NUMBER + "." + secret + "@" + server.domain(host(who));
    }

    private String host(SignedIn who) {
        return String.valueOf(URI.create(address.of(who.brand(), "")).getHost());
    }
}
