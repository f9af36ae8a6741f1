package io.heliograph.signin;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanySignInResult;
import io.heliograph.federation.CompanySignInResult.Known;
import io.heliograph.federation.CompanySignIns;
import io.heliograph.protection.SecondSteps;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Who comes back from a company's provider: to sign in, to show once more who they are, or to link their account. */
@Component
class CompanyArrivals {

    private final CompanySignIns companies;
    private final CompanyLinking linking;
    private final Users users;
    private final Principals principals;
    private final SecondSteps steps;
    private final SigningIn signingIn;

    CompanyArrivals(
            CompanySignIns companies,
            CompanyLinking linking,
            Users users,
            Principals principals,
            SecondSteps steps,
            SigningIn signingIn) {
        this.companies = companies;
        this.linking = linking;
        this.users = users;
        this.principals = principals;
        this.steps = steps;
        this.signingIn = signingIn;
    }

    /** Links, if that was asked for by whoever is signed in; finds out who it is otherwise. */
    CompanySignInResult result(
            CompanyProvider provider, OidcUser account, @Nullable Authentication present, HttpServletRequest request) {
        Optional<UUID> linker = linking.take(request, provider.tenantId());
        if (present instanceof SignInToken token
                && linker.equals(Optional.of(token.getPrincipal().userId()))) {
            SignedIn who = token.getPrincipal();
            User user = users.get(who.tenantId(), who.userId());
            return companies.link(provider, account, user);
        }
        return companies.signIn(provider, account);
    }

    /** Goes on as that person, and says where. */
    String arrive(
            Known known, @Nullable Authentication present, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> who = principals.current(known.userId());
        if (who.isEmpty()) {
            return "redirect:/login?company=NOT_ALLOWED";
        }
        String factor = known.twofold() ? Factors.COMPANY_MFA : Factors.COMPANY;
        if (!(present instanceof SignInToken token)) {
            signingIn.first(who.get(), factor, request, response);
            return "redirect:" + signingIn.next(request, response);
        }
        boolean self = token.getPrincipal().userId().equals(known.userId())
                && token.getPrincipal().standIn() == null;
        if (self && !steps.of(known.userId()).any()) {
            signingIn.further(token, factor, request, response);
        }
        return "redirect:" + (self ? "/security" : "/");
    }
}
