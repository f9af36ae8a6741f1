package io.heliograph.smppserver;

import io.heliograph.db.Transactions;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.RefusedException;
import io.heliograph.tenants.Tenants;
import org.springframework.stereotype.Component;

/** Who may bind. A wrong password and an unknown system id are answered alike. */
@Component
class Binding {

    /** What we call ourselves in the answer. */
    static final String OUR_SYSTEM_ID = "SMSC";

    private final SmppCredentials credentials;
    private final SmppCredentialRows rows;
    private final SmppSessions sessions;
    private final Tenants tenants;
    private final Transactions transactions;

    Binding(
            SmppCredentials credentials,
            SmppCredentialRows rows,
            SmppSessions sessions,
            Tenants tenants,
            Transactions transactions) {
        this.credentials = credentials;
        this.rows = rows;
        this.sessions = sessions;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** @throws RefusedException with the status to answer */
    BoundSession bind(String systemId, String password, BindMode mode, Peer peer, Link link) {
        SmppCredential credential = credentials
                .authenticate(systemId, password)
                .orElseThrow(() -> new RefusedException(Status.CREDENTIALS, "Wrong system id or password"));
        if (!credential.admits(peer.address())) {
            throw refused(credential, "A bind was refused: the address " + peer.address() + " is not allowed");
        }
        if (tenants.isSuspended(credential.tenantId())) {
            throw refused(credential, "A bind was refused: the account is suspended");
        }
        return sessions.bind(credential, mode, peer, link)
                .orElseThrow(() -> new RefusedException(
                        Status.BIND_REFUSED, credential.limits().mostBinds() + " sessions at most"));
    }

    void ended(BoundSession session) {
        sessions.ended(session);
    }

    private RefusedException refused(SmppCredential credential, String reason) {
        transactions.run(() -> rows.failed(credential, reason));
        return new RefusedException(Status.BIND_REFUSED, reason);
    }
}
