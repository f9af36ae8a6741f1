package io.heliograph.tenants;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.brands.Brand;
import io.heliograph.brands.Picture;
import io.heliograph.brands.PictureKind;
import io.heliograph.brands.Pictures;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose name is over a tenant's pages and mails: the nearest reseller's, the tenant itself included; else the operator's. */
@Component
public class Brands {

    private static final String NONE = "–";

    private final TenantRows tenants;
    private final BrandRows rows;
    private final Pictures pictures;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Brands(
            TenantRows tenants,
            BrandRows rows,
            Pictures pictures,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.pictures = pictures;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The brand that the people of a tenant see. */
    public Brand of(UUID tenantId) {
        return of(tenants.upwards(tenantId));
    }

    /** The brand for a tenant with all above it, as {@link Tenants#upwards} lists them. */
    public static Brand of(List<Tenant> upwards) {
        return upwards.stream()
                .filter(tenant -> tenant.kind() != TenantKind.CUSTOMER)
                .findFirst()
                .map(Brands::brand)
                .orElseThrow(NoSuchTenantException::new);
    }

    /** The operator's, for pages before anybody has signed in. */
    public Brand ofOperator() {
        return tenants.operator().map(Brands::brand).orElse(Brand.NONE);
    }

    /** The brand whose portal has this host name, and that it was seen; empty for the installation's own. */
    public Optional<Brand> ofHost(String host) {
        Optional<Tenant> seller = rows.ofHost(host.toLowerCase(Locale.ROOT)).flatMap(tenants::find);
        if (seller.isPresent() && seller.get().brand().hostSeenAt() == null) {
            transactions.run(() -> rows.hostSeen(seller.get().id(), clock.instant()));
            return tenants.find(seller.get().id()).map(Brands::brand);
        }
        return seller.map(Brands::brand);
    }

    /** A seller's own brand; empty for customers, who have none, and where there is no such tenant. */
    public Optional<Brand> ofSeller(UUID sellerId) {
        return tenants.find(sellerId)
                .filter(tenant -> tenant.kind() != TenantKind.CUSTOMER)
                .map(Brands::brand);
    }

    /** Replaces what a seller said about its portal; {@link HostTakenException} if another one has the host. */
    public void change(UUID sellerId, BrandChange change) {
        String host = change.host() == null ? NONE : change.host();
        audit.with(entry(sellerId, host), () -> rows.change(sellerId, change));
    }

    /** Puts up a picture that was checked, in place of the one before. */
    public void putUp(UUID sellerId, PictureKind kind, Picture picture) {
        audit.with(entry(sellerId, picture.fileName()), () -> {
            pictures.keep(sellerId, kind, picture);
            rows.picture(sellerId, kind, picture.fileName());
        });
    }

    /** Takes a picture down; without effect where there is none. */
    public void takeDown(UUID sellerId, PictureKind kind) {
        audit.with(entry(sellerId, NONE), () -> {
            pictures.drop(sellerId, kind);
            rows.picture(sellerId, kind, null);
        });
    }

    private NewEntry entry(UUID sellerId, String detail) {
        String name = tenants.find(sellerId).map(Tenant::name).orElseThrow(NoSuchTenantException::new);
        return new NewEntry(sellerId, Act.BRAND_CHANGED, sellerId, name, detail);
    }

    private static Brand brand(Tenant seller) {
        BrandSettings settings = seller.brand();
        String name = settings.name() == null ? seller.name() : settings.name();
        return new Brand(
                seller.id(),
                name,
                settings.mailSender() == null ? name : settings.mailSender(),
                seller.supportEmail(),
                settings.accent(),
                settings.logo(),
                settings.icon(),
                settings.hostSeenAt() == null ? null : settings.host(),
                seller.kind() == TenantKind.OPERATOR);
    }
}
