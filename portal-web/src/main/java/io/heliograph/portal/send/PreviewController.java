package io.heliograph.portal.send;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.text.MessageText;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the form says while it is filled in, and changes to it that the server makes. By POST, as texts don't belong into addresses. */
@Controller
@MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
class PreviewController {

    private final Drafting drafting;
    private final RecentSenders senders;

    PreviewController(Drafting drafting, RecentSenders senders) {
        this.drafting = drafting;
        this.senders = senders;
    }

    /** Counter, numbers, bubble and price, for what is in the form now. */
    @PostMapping("/send/previews")
    String preview(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") SendForm form,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Draft draft = drafting.read(who.tenantId(), form, Corrections.of(fields));
        model.addAttribute("view", new SendView(draft, List.of(), null, false));
        return "send/form :: counted";
    }

    /**
     * The form with something put right.
     *
     * @param act {@code replace}: look-alikes for special characters; {@code correct}: numbers as corrected; otherwise just
     *     counted
     */
    @PostMapping("/send/drafts")
    String draft(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") SendForm form,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String act,
            Model model) {
        SendForm next =
                switch (act) {
                    case "replace" ->
                        form.withText(
                                MessageText.of(form.text()).withLookAlikes().text());
                    case "correct" -> form.withNumbers(Corrections.of(fields).appliedTo(form.numbers()));
                    default -> form;
                };
        Draft draft = drafting.read(who.tenantId(), next, Corrections.NONE);
        model.addAttribute("form", next);
        model.addAttribute("view", new SendView(draft, senders.of(who.tenantId()), null, true));
        return "send/form";
    }
}
