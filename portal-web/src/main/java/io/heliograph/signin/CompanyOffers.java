package io.heliograph.signin;

import io.heliograph.brands.Brand;
import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanyProviders;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which companies' providers a sign-in page offers: the one of its reseller's, by host or link; else the installation's. */
@Component
class CompanyOffers {

    private final CompanyProviders providers;
    private final Tenants tenants;
    private final Brands brands;

    CompanyOffers(CompanyProviders providers, Tenants tenants, Brands brands) {
        this.providers = providers;
        this.tenants = tenants;
        this.brands = brands;
    }

    /**
     * Those of the page that is asked for.
     *
     * @param at the reseller that a link names
     */
    List<CompanyProvider> at(HttpServletRequest request, @Nullable UUID at) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        Optional<UUID> ofHost = brands.ofHost(host).map(Brand::sellerId);
        Stream<UUID> asked = Stream.concat(Stream.ofNullable(at), ofHost.stream());
        Optional<UUID> operator =
                ofHost.isPresent() ? Optional.empty() : tenants.operator().map(Tenant::id);
        return Stream.concat(asked, operator.stream())
                .distinct()
                .flatMap(id -> providers.of(id).stream())
                .toList();
    }
}
