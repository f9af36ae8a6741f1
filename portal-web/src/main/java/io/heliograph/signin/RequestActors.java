package io.heliograph.signin;

import io.heliograph.audit.Actor;
import io.heliograph.audit.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who acts, from the present request: a person, a program that showed a key, or nobody. */
@Component
class RequestActors implements Actors {

    @Override
    public Actor now() {
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                ? present.getRequest().getRemoteAddr()
                : "";
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            Actor.Person person = new Actor.Person(who.userId(), who.tenantId(), who.name());
            return new Actor(person, behind(who.standIn()), address);
        }
        return new Actor(program(authentication), null, address);
    }

    private static Actor.@Nullable Person program(@Nullable Authentication authentication) {
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? null
                : new Actor.Person(null, null, authentication.getName());
    }

    private static Actor.@Nullable Person behind(@Nullable StandIn standIn) {
        return standIn == null ? null : new Actor.Person(standIn.userId(), standIn.tenantId(), standIn.name());
    }
}
