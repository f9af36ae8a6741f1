package io.heliograph.portal.send;

import io.heliograph.messages.Alike;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form to send, and sending it. */
@Controller
@MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
@RequestMapping("/send")
class SendController {

    private final Submitting submitting;
    private final Drafting drafting;
    private final RecentSenders senders;
    private final Messages messages;
    private final CheckedNumbers checked;

    SendController(
            Submitting submitting,
            Drafting drafting,
            RecentSenders senders,
            Messages messages,
            CheckedNumbers checked) {
        this.submitting = submitting;
        this.drafting = drafting;
        this.senders = senders;
        this.messages = messages;
        this.checked = checked;
    }

    /**
     * The form: empty with the sender used last, or as an earlier message was.
     *
     * @param like a message to be sent again
     * @param to a number to begin with
     * @param lookup a job whose active numbers to begin with
     */
    @GetMapping
    String form(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable UUID like,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID lookup,
            Model model) {
        String numbers = lookup == null ? to : checked.active(who.tenantId(), lookup);
        SendForm form =
                like == null ? fresh(who.tenantId(), numbers == null ? "" : numbers) : like(who.tenantId(), like);
        model.addAttribute("form", form);
        model.addAttribute("view", view(who, form, Corrections.NONE, null));
        return "send/form";
    }

    @PostMapping
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") SendForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        Corrections corrections = Corrections.of(fields);
        Draft draft = drafting.read(who.tenantId(), form, corrections);
        Optional<Alike> alike = submitting.alike(who.tenantId(), form, draft);
        Optional<String> sent = submitting.send(who, form, draft, alike.isPresent(), errors, redirect);
        if (sent.isPresent()) {
            return new ModelAndView("redirect:" + sent.get());
        }
        return Screens.invalid("send/form").addObject("view", view(who, form, corrections, alike.orElse(null)));
    }

    private SendView view(SignedIn who, SendForm form, Corrections corrections, @Nullable Alike alike) {
        Draft draft = drafting.read(who.tenantId(), form, corrections);
        return new SendView(draft, senders.of(who.tenantId()), alike, false);
    }

    private SendForm fresh(UUID tenantId, String to) {
        List<Message> last = messages.page(tenantId, MessageFilter.all(), null, 1);
        return SendForm.of(last.isEmpty() ? "" : last.getFirst().sender(), to, "");
    }

    private SendForm like(UUID tenantId, UUID id) {
        return messages.find(tenantId, id)
                .map(message -> SendForm.of(message.sender(), "+" + message.msisdn(), message.text()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
