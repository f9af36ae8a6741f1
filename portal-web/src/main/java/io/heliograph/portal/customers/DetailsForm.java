package io.heliograph.portal.customers;

import io.heliograph.portal.Zones;
import io.heliograph.tenants.Tenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/** A customer's name and time zone, as typed. */
record DetailsForm(
        @NotBlank(message = "{customers.name.missing}") @Size(max = 80, message = "{customers.name.long}")
        String name,

        String zone) {

    DetailsForm {
        name = name == null ? "" : name.strip();
        zone = zone == null ? "" : zone;
    }

    static DetailsForm of(Tenant tenant) {
        return new DetailsForm(tenant.name(), tenant.zone().getId());
    }

    void check(Errors errors) {
        if (!Zones.ALL.contains(zone)) {
            errors.rejectValue("zone", "customers.zone.missing");
        }
    }
}
