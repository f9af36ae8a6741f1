package io.heliograph.sandbox;

import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.NewCredential;
import io.heliograph.credentials.Scope;
import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.smppserver.SmppCredentials;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The sandbox's prices, 1 credit a segment and 0.5 a lookup everywhere, first credits and API logins. */
@Component
@ConditionalOnSandbox
class SandboxBusiness {

    private static final Credits SEGMENT = Credits.of(1);
    private static final Credits LOOKUP = Credits.parse("0.5");

    private final Wallets wallets;
    private final PriceLists prices;
    private final Credentials credentials;
    private final SmppCredentials smppCredentials;

    SandboxBusiness(Wallets wallets, PriceLists prices, Credentials credentials, SmppCredentials smppCredentials) {
        this.wallets = wallets;
        this.prices = prices;
        this.credentials = credentials;
        this.smppCredentials = smppCredentials;
    }

    /** In the transaction that makes the tenants; {@code ids} are theirs by name. */
    void seed(Map<String, UUID> ids) {
        SandboxTenant.ALL.stream().filter(one -> one.parent() == null).forEach(operator -> {
            UUID id = id(ids, operator.name());
            prices.set(id, null, Product.SMS, "", SEGMENT, null);
            prices.set(id, null, Product.LOOKUP, "", LOOKUP, null);
        });
        SandboxTenant.ALL.stream()
                .filter(one -> one.parent() != null)
                .forEach(one -> wallets.allocate(
                        id(ids, String.valueOf(one.parent())),
                        id(ids, one.name()),
                        Credits.of(one.credits() + ofCustomers(one)),
                        "sandbox:" + one.name(),
                        "First credits of the sandbox",
                        null));
        seedLogins(ids);
    }

    private void seedLogins(Map<String, UUID> ids) {
        for (SandboxTenant one : SandboxTenant.ALL) {
            if (one.apiLogin() != null) {
                credentials.createKnown(
                        id(ids, one.name()),
                        "Sandbox",
                        one.apiLogin().username(),
                        one.apiLogin().secret());
                smppCredentials.createKnown(
                        id(ids, one.name()), "Sandbox", one.apiLogin().username(), SandboxTenant.SMPP_PASSWORD);
            }
        }
        Limits all = new Limits(EnumSet.allOf(Scope.class), AddressList.ALL, null);
        credentials.createKnown(
                id(ids, SandboxTenant.OAUTH_TENANT),
                new NewCredential(CredentialKind.CLIENT, "Sandbox app", AnswerForm.OK, all, null),
                SandboxTenant.OAUTH_CLIENT,
                SandboxTenant.OAUTH_SECRET);
    }

    /** What a reseller passes on to its customers; it starts with its own credits left. */
    private static long ofCustomers(SandboxTenant reseller) {
        return SandboxTenant.ALL.stream()
                .filter(one -> reseller.name().equals(one.parent()))
                .mapToLong(SandboxTenant::credits)
                .sum();
    }

    private static UUID id(Map<String, UUID> ids, String name) {
        UUID id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("The sandbox has no tenant " + name);
        }
        return id;
    }
}
