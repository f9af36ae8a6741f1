package io.heliograph.portal.customers;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.TypedCredits;
import io.heliograph.portal.Zones;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * A customer to add, as typed.
 *
 * @param credits the first ones; empty for none
 * @param key under which a second click of the same form gives no credits again
 */
record NewCustomerForm(
        @NotBlank(message = "{customers.name.missing}") @Size(max = 80, message = "{customers.name.long}")
        String name,

        @NotBlank(message = "{customers.owner.missing}") @Size(max = 80, message = "{person.name.long}")
        String owner,

        @NotBlank(message = "{customers.email.missing}")
        @Email(message = "{customers.email.wrong}")
        @Size(max = 254, message = "{customers.email.wrong}")
        String email,

        String zone,
        String credits,
        String key) {

    NewCustomerForm {
        name = name == null ? "" : name.strip();
        owner = owner == null ? "" : owner.strip();
        email = email == null ? "" : email.strip();
        zone = zone == null ? "" : zone;
        credits = credits == null ? "" : credits.strip();
        key = FormKey.of(key);
    }

    static NewCustomerForm empty(ZoneId zone) {
        return new NewCustomerForm("", "", "", zone.getId(), "", "");
    }

    void check(Errors errors) {
        if (!Zones.ALL.contains(zone)) {
            errors.rejectValue("zone", "customers.zone.missing");
        }
        if (!credits.isEmpty() && TypedCredits.read(credits).isEmpty()) {
            errors.rejectValue("credits", "customers.amount.wrong");
        }
    }

    NewTenant tenant(UUID sellerId, TenantKind kind) {
        return new NewTenant(sellerId, kind, name, ZoneId.of(zone));
    }

    NewUser person() {
        return new NewUser(email, owner, Role.OWNER);
    }

    Credits firstCredits() {
        return TypedCredits.read(credits).orElse(Credits.ZERO);
    }
}
