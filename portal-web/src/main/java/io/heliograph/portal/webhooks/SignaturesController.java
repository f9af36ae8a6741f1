package io.heliograph.portal.webhooks;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.tenants.TenantKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How a receiver checks that a call is ours. */
@Controller
class SignaturesController {

    /** Fragments of {@code webhooks/samples}, with the languages' names. */
    private static final Map<String, String> SAMPLES = new LinkedHashMap<>();

    static {
        SAMPLES.put("node", "JavaScript");
        SAMPLES.put("python", "Python");
        SAMPLES.put("php", "PHP");
    }

    @GetMapping("/webhooks/signatures")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(Model model) {
        model.addAttribute("samples", SAMPLES);
        return "webhooks/signatures";
    }
}
