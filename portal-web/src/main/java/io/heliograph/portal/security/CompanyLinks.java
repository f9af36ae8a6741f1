package io.heliograph.portal.security;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanyProviders;
import io.heliograph.federation.CompanySignIns;
import io.heliograph.signin.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The companies' providers of whoever is signed in. */
@Component
class CompanyLinks {

    private final CompanyProviders providers;
    private final CompanySignIns companies;

    CompanyLinks(CompanyProviders providers, CompanySignIns companies) {
        this.providers = providers;
        this.companies = companies;
    }

    /** Those the person may link, with what is linked. */
    List<CompanyLink> of(SignedIn who) {
        return providers.forPeopleOf(who.tenantId()).stream()
                .map(provider -> new CompanyLink(
                        provider.tenantId(),
                        provider.label(),
                        companies.linked(provider.tenantId(), who.userId()).orElse(null)))
                .toList();
    }

    /** One of those; otherwise a 404. */
    CompanyProvider get(SignedIn who, UUID providerId) {
        return providers.forPeopleOf(who.tenantId()).stream()
                .filter(provider -> provider.tenantId().equals(providerId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
