package io.heliograph.sandbox;

import io.heliograph.brands.Brand;
import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.signin.OneClickPeople;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of the sandbox, for the sign-in page. */
@Component
@ConditionalOnSandbox
class SandboxPeople implements OneClickPeople {

    private final MessageSource texts;
    private final Tenants tenants;
    private final Brands brands;

    SandboxPeople(MessageSource texts, Tenants tenants, Brands brands) {
        this.texts = texts;
        this.tenants = tenants;
        this.brands = brands;
    }

    @Override
    public List<Person> people() {
        Optional<String> reseller = resellerOfThisHost();
        return SandboxTenant.ALL.stream()
                .filter(one -> reseller.isEmpty()
                        || reseller.get().equals(one.name())
                        || reseller.get().equals(one.parent()))
                .map(one -> new Person(one.email(), SandboxTenant.PASSWORD, one.name(), one.kind(), description(one)))
                .toList();
    }

    /** On a reseller's own host nobody else is offered. */
    private Optional<String> resellerOfThisHost() {
        String host =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().getHost();
        return Optional.ofNullable(host)
                .flatMap(brands::ofHost)
                .map(Brand::sellerId)
                .map(id -> tenants.get(id).name());
    }

    private String description(SandboxTenant one) {
        Object[] words = {String.valueOf(one.parent())};
        return texts.getMessage("sandbox." + one.kind(), words, LocaleContextHolder.getLocale());
    }
}
