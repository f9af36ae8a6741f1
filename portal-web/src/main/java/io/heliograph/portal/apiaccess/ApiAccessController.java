package io.heliograph.portal.apiaccess;

import io.heliograph.brands.Brand;
import io.heliograph.portal.apiaccess.ApiAccessView.Address;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Credentials, the last calls, samples and codes on one page. */
@Controller
@InPerson
class ApiAccessController {

    private static final int CALLS = 50;

    /** In the order in which they are looked for (contract S8). */
    private static final List<String> CODES =
            List.of("0000", "000", "00", "0051", "0030", "0066", "0041", "0042", "0050", "0020");

    private final Accesses accesses;
    private final Calls calls;
    private final Samples samples;

    ApiAccessController(Accesses accesses, Calls calls, Samples samples) {
        this.accesses = accesses;
        this.calls = calls;
        this.samples = samples;
    }

    @GetMapping("/api-access")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "curl") String sample,
            @RequestParam(required = false) @Nullable AccessKind kind,
            @RequestParam(name = "with", required = false) @Nullable UUID credentialId,
            Model model) {
        List<Access> all = accesses.ofTenant(who.tenantId());
        List<Access> working = all.stream().filter(Access::works).toList();
        List<AccessKind> kinds = AccessKind.offeredTo(who.tenantKind());
        AccessKind shown = shown(kinds, kind, working, credentialId);
        String username = username(shown, working, credentialId);
        model.addAttribute(
                "view",
                new ApiAccessView(
                        working,
                        all.stream().filter(one -> !one.works()).toList(),
                        kinds,
                        username,
                        Samples.languages(shown),
                        samples.in(shown, sample, username, who.brand()),
                        addresses(shown, who.brand()),
                        samples.firstCall(shown, username, who.brand()),
                        kinds.contains(AccessKind.LOGIN) ? CODES : List.of(),
                        calls.latest(who.tenantId(), CALLS),
                        who.may(Permission.CONNECT)));
        return "api-access/api";
    }

    /** The kind that was asked for; else that of the named credential; else the simplest. */
    private static AccessKind shown(
            List<AccessKind> kinds, @Nullable AccessKind asked, List<Access> working, @Nullable UUID credentialId) {
        if (asked != null && kinds.contains(asked)) {
            return asked;
        }
        return working.stream()
                .filter(one -> one.id().equals(credentialId))
                .map(Access::kind)
                .findFirst()
                .orElse(kinds.getFirst());
    }

    private static String username(AccessKind kind, List<Access> working, @Nullable UUID credentialId) {
        return working.stream()
                .filter(one -> one.kind() == kind)
                .filter(one -> credentialId == null || one.id().equals(credentialId))
                .findFirst()
                .map(Access::shown)
                .orElse(kind == AccessKind.CLIENT ? "YOUR-CLIENT-ID" : "YOUR-USERNAME");
    }

    private List<Address> addresses(AccessKind kind, Brand brand) {
        return switch (kind) {
            case KEY -> List.of(address("rest", "/api/v1", brand));
            case CLIENT ->
                List.of(
                        address("rest", "/api/v1", brand),
                        address("token", "/oauth2/token", brand),
                        address("discovery", "/.well-known/oauth-authorization-server", brand),
                        address("keys", "/oauth2/jwks", brand));
            case LOGIN -> List.of(address("send", "/bulksms", brand), address("balance", "/checkbalance", brand));
        };
    }

    private Address address(String key, String path, Brand brand) {
        return new Address(key, samples.address(path, brand));
    }
}
