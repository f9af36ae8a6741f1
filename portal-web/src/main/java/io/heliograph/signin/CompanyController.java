package io.heliograph.signin;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanyProviders;
import io.heliograph.federation.CompanySignInResult;
import io.heliograph.federation.CompanySignInResult.Known;
import io.heliograph.federation.CompanySignInResult.Refused;
import io.heliograph.federation.OidcExchange;
import io.heliograph.federation.UnreachableProviderException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Sign-in with a company's OpenID provider: there, and back. */
@Controller
@Anyone
@RequestMapping("/login/company/{tenantId}")
class CompanyController {

    private final CompanyProviders providers;
    private final OidcExchange exchange;
    private final CompanyArrivals arrivals;

    CompanyController(CompanyProviders providers, OidcExchange exchange, CompanyArrivals arrivals) {
        this.providers = providers;
        this.exchange = exchange;
        this.arrivals = arrivals;
    }

    @GetMapping
    String leave(@PathVariable UUID tenantId, HttpServletRequest request, HttpServletResponse response) {
        try {
            return "redirect:" + exchange.begin(provider(tenantId), request, response);
        } catch (UnreachableProviderException _) {
            return "redirect:/login?company=UNREACHABLE&at=" + tenantId;
        }
    }

    @GetMapping("/return")
    String comeBack(
            @PathVariable UUID tenantId,
            @Nullable Authentication present,
            HttpServletRequest request,
            HttpServletResponse response) {
        CompanyProvider provider = provider(tenantId);
        Optional<CompanySignInResult> result = exchange.finish(provider, request, response)
                .map(account -> arrivals.result(provider, account, present, request));
        return switch (result.orElse(new Refused(CompanySignInResult.Reason.NOT_CONFIRMED))) {
            case Known known -> arrivals.arrive(known, present, request, response);
            case Refused refused
            when present instanceof SignInToken -> "redirect:/company-account/problems?reason=" + refused.reason();
            case Refused refused -> "redirect:/login?company=" + refused.reason() + "&at=" + tenantId;
        };
    }

    private CompanyProvider provider(UUID tenantId) {
        return providers.of(tenantId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
