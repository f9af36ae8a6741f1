package io.heliograph.protection;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.User;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Passkeys (WebAuthn). A device keeps one for one host and asks its owner for a finger, a face or a PIN, so that a passkey
 * alone is two factors.
 */
@Component
public class Passkeys {

    private final PasskeyRows rows;
    private final RelyingParties parties;
    private final RecoveryCodes recovery;
    private final AuditLog audit;
    private final Transactions transactions;

    Passkeys(
            PasskeyRows rows,
            RelyingParties parties,
            RecoveryCodes recovery,
            AuditLog audit,
            Transactions transactions) {
        this.rows = rows;
        this.parties = parties;
        this.recovery = recovery;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The person's passkeys for all hosts, oldest first. */
    public List<Passkey> ofUser(UUID userId) {
        return rows.ofUser(userId);
    }

    /** What a browser at this site needs to make a passkey for whoever is signed in. */
    public PublicKeyCredentialCreationOptions creation(Site site, Authentication who) {
        return parties.at(site)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /**
     * Takes what a browser made.
     *
     * @param label what its owner calls it, 1 to 60 characters
     * @throws RuntimeException when it does not answer the options, or comes from another site
     */
    public void add(
            Site site,
            User user,
            PublicKeyCredentialCreationOptions options,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label) {
        transactions.run(() -> {
            WebAuthnRelyingPartyOperations party = parties.at(site);
            party.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, label)));
            audit.write(new NewEntry(user.tenantId(), Act.PASSKEY_ADDED, user.id(), user.name(), label));
        });
    }

    /** What a browser at this site needs to answer with a passkey: any, or one of whoever is signed in. */
    public PublicKeyCredentialRequestOptions request(Site site, @Nullable Authentication who) {
        return parties.at(site)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
    }

    /**
     * Whose passkey answered.
     *
     * @throws RuntimeException when it does not answer the options, is not known, or comes from another site
     */
    public UUID check(
            Site site,
            PublicKeyCredentialRequestOptions options,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return transactions.call(() -> UserEntities.userId(parties.at(site)
                .authenticate(new RelyingPartyAuthenticationRequest(options, answer))
                .getId()));
    }

    /** Takes a passkey away, and the recovery codes with the last second step; one of somebody else is left alone. */
    public void remove(User user, UUID id) {
        transactions.run(() -> {
            String label = rows.ofUser(user.id()).stream()
                    .filter(key -> key.id().equals(id))
                    .map(Passkey::label)
                    .findFirst()
                    .orElse("");
            if (rows.delete(user.id(), id)) {
                recovery.dropWithoutStep(user.id());
                audit.write(new NewEntry(user.tenantId(), Act.PASSKEY_REMOVED, user.id(), user.name(), label));
            }
        });
    }
}
