package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.Credential;
import io.heliograph.credentials.Credentials;
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
    private static final String NO_USERNAME = "YOUR-USERNAME";

    /** In the order in which they are looked for (contract S8). */
    private static final List<String> CODES =
            List.of("0000", "000", "00", "0051", "0030", "0066", "0041", "0042", "0050", "0020");

    private final Credentials credentials;
    private final Calls calls;
    private final Samples samples;

    ApiAccessController(Credentials credentials, Calls calls, Samples samples) {
        this.credentials = credentials;
        this.calls = calls;
        this.samples = samples;
    }

    @GetMapping("/api-access")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "curl") String sample,
            @RequestParam(name = "with", required = false) @Nullable UUID credentialId,
            Model model) {
        List<Credential> all = credentials.ofTenant(who.tenantId());
        List<Credential> working =
                all.stream().filter(one -> one.revokedAt() == null).toList();
        String username = working.stream()
                .filter(one -> credentialId == null || one.id().equals(credentialId))
                .findFirst()
                .map(Credential::username)
                .orElse(NO_USERNAME);
        model.addAttribute(
                "view",
                new ApiAccessView(
                        working,
                        all.stream().filter(one -> one.revokedAt() != null).toList(),
                        username,
                        Samples.LANGUAGES,
                        samples.in(sample, username, who.brand()),
                        samples.address("/bulksms", who.brand()),
                        samples.address("/checkbalance", who.brand()),
                        samples.firstCall(username, who.brand()),
                        CODES,
                        calls.latest(who.tenantId(), CALLS),
                        who.may(Permission.CONNECT)));
        return "api-access/api";
    }
}
