package io.heliograph.portal.apidocs;

import io.heliograph.api.ApiDescription;
import io.heliograph.api.ErrorCode;
import io.heliograph.portal.Shell;
import io.heliograph.signin.Anyone;
import io.heliograph.tenants.PublicUrl;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** For everybody: developers often have no sign-in of their own. */
@Controller
@Anyone
class ApiDocsController {

    private final Reference reference;
    private final ApiDescription description;
    private final PublicUrl address;

    ApiDocsController(Reference reference, ApiDescription description, PublicUrl address) {
        this.reference = reference;
        this.description = description;
        this.address = address;
    }

    @GetMapping("/docs/api")
    String show(
            @RequestParam(defaultValue = "curl") String lang,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute("shell") Shell shell,
            Model model) {
        String base = address.of(shell.brand(), "/api/v1");
        model.addAttribute(
                "view",
                new ApiDocsView(
                        base,
                        base + "/openapi.json",
                        Samples.token(address.of(shell.brand(), "/oauth2/token")),
                        reference.introduction(),
                        q.strip(),
                        Language.of(lang),
                        List.of(Language.values()),
                        reference.groups(""),
                        reference.groups(q.strip()),
                        List.of(ErrorCode.values()),
                        description.callsPerWindow(),
                        description.windowSeconds(),
                        new Samples(base)));
        return "api-docs/api";
    }
}
