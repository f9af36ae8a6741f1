package io.heliograph.signin;

import io.heliograph.protection.Site;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The host at which a browser is, for passkeys: one that is the portal's, whatever the request says. */
@Component
class Sites {

    private final PublicUrl publicUrl;
    private final Brands brands;

    Sites(PublicUrl publicUrl, Brands brands) {
        this.publicUrl = publicUrl;
        this.brands = brands;
    }

    /** The site of a request; a 404 under a host that is not ours. */
    Site of(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        boolean ours = !publicUrl.isConfigured()
                || publicUrl.isOwn(host)
                || brands.ofHost(host).isPresent();
        if (!ours) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String origin = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(null)
                .toUriString();
        return new Site(host, origin, brand(host));
    }

    private String brand(String host) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who.brand().name()
                : brands.ofHost(host).orElseGet(brands::ofOperator).name();
    }
}
