package io.heliograph.portal.lookups;

import io.heliograph.lookups.DraftResult;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.sheets.Sheet;
import io.heliograph.sheets.SheetReader;
import io.heliograph.sheets.UnreadableSheetException;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a list from a file or from what was pasted, and leads to its price. */
@Controller
@MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
@RequestMapping("/lookups/lists")
class ListsController {

    private final LookupJobs jobs;
    private final Refusals refusals;
    private final Words words;

    ListsController(LookupJobs jobs, Refusals refusals, Words words) {
        this.jobs = jobs;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", ListForm.empty());
        return "lookups/new";
    }

    @PostMapping
    ModelAndView take(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") ListForm form,
            BindingResult errors,
            RedirectAttributes redirect)
            throws IOException {
        String field = form.file() == null ? "numbers" : "file";
        Optional<GivenNumbers> given = read(form, errors, field);
        if (given.isEmpty()) {
            return Screens.invalid("lookups/new");
        }
        return switch (jobs.draft(request(who, form, given.get()), given.get().leftOut())) {
            case DraftResult.Drafted drafted -> {
                if (given.get().repeated() > 0) {
                    Flash.done(redirect, "lookups.repeated", given.get().repeated());
                }
                yield new ModelAndView("redirect:/lookups/" + drafted.job().id());
            }
            case DraftResult.Refused refused -> {
                refusals.tell(refused.refusal(), errors, field);
                yield Screens.invalid("lookups/new");
            }
        };
    }

    private LookupRequest request(SignedIn who, ListForm form, GivenNumbers given) {
        MultipartFile file = form.file();
        String name = file == null
                        || file.getOriginalFilename() == null
                        || file.getOriginalFilename().isBlank()
                ? words.of("lookups.pasted")
                : file.getOriginalFilename();
        return new LookupRequest(
                who.tenantId(), LookupChannel.BROWSER, null, who.userId(), name, given.ready(), null, null);
    }

    /** One class of faults at a time: the file as a whole, its columns, its rows. */
    private static Optional<GivenNumbers> read(ListForm form, BindingResult errors, String field) throws IOException {
        MultipartFile file = form.file();
        if (file == null && form.numbers().isBlank()) {
            errors.rejectValue("file", "lookups.file.missing");
            return Optional.empty();
        }
        try {
            GivenNumbers given = file == null ? GivenNumbers.of(form.numbers()) : GivenNumbers.of(sheet(file));
            if (given.ready().isEmpty()) {
                errors.rejectValue(field, "lookups.none");
                return Optional.empty();
            }
            return Optional.of(given);
        } catch (UnreadableSheetException e) {
            errors.rejectValue(field, "lookups.file." + e.fault());
        } catch (NoNumberColumnException e) {
            errors.rejectValue(field, "lookups.file.nocolumn", new Object[] {String.valueOf(e.getMessage())}, "");
        }
        return Optional.empty();
    }

    private static Sheet sheet(MultipartFile file) throws IOException {
        return SheetReader.read(file.getInputStream().readNBytes(Sheet.MOST_BYTES + 1));
    }
}
