package io.heliograph.portal;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Addresses by which somebody comes back from another site to the session that they left: on their reseller's host if they
 * are there, else on the portal's own, or where none is configured, on the one by which they came.
 */
@Component
public class WaysBack {

    private final PublicUrl publicUrl;

    WaysBack(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The full address of a path that starts with a slash, within the present request. */
    public String to(Brand brand, String path) {
        ServletUriComponentsBuilder here = ServletUriComponentsBuilder.fromCurrentContextPath();
        boolean onOwnHost = String.valueOf(here.build().getHost()).equalsIgnoreCase(brand.host());
        return onOwnHost ? publicUrl.of(brand, path) : publicUrl.of(path, here.toUriString());
    }
}
