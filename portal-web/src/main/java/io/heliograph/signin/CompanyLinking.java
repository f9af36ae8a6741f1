package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The wish to link a company's account, from the page where it was said to the way back from the provider. */
@Component
public class CompanyLinking {

    private static final String NAME = "signin.linking";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Clock clock;

    CompanyLinking(Clock clock) {
        this.clock = clock;
    }

    /** Notes that whoever is signed in wants to link their account at this tenant's provider. */
    public void want(HttpServletRequest request, SignedIn who, UUID providerTenantId) {
        request.getSession().setAttribute(NAME, new Wish(who.userId(), providerTenantId, clock.instant()));
    }

    /** Who wanted it lately; forgotten with that. */
    Optional<UUID> take(HttpServletRequest request, UUID providerTenantId) {
        Object wish = request.getSession().getAttribute(NAME);
        request.getSession().removeAttribute(NAME);
        return wish instanceof Wish(UUID userId, UUID tenantId, Instant at)
                        && tenantId.equals(providerTenantId)
                        && at.isAfter(clock.instant().minus(PATIENCE))
                ? Optional.of(userId)
                : Optional.empty();
    }

    private record Wish(UUID userId, UUID providerTenantId, Instant at) implements Serializable {

        private static final long serialVersionUID = 1;
    }
}
