package io.heliograph.portal.lookups;

import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.sheets.Sheet;
import io.heliograph.sheets.SheetReader;
import io.heliograph.sheets.UnreadableSheetException;
import io.heliograph.sheets.Uploads;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
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

/** Takes a list from a file or from what was pasted, and leads to the choice of its column, or to its price. */
@Controller
@MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
@RequestMapping("/lookups/lists")
class ListsController {

    private final ListDrafts drafts;
    private final Uploads uploads;
    private final Words words;

    ListsController(ListDrafts drafts, Uploads uploads, Words words) {
        this.drafts = drafts;
        this.uploads = uploads;
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
        return taken(who, form, errors, redirect)
                .map(ModelAndView::new)
                .orElseGet(() -> Screens.invalid("lookups/new"));
    }

    private Optional<String> taken(SignedIn who, ListForm form, BindingResult errors, RedirectAttributes redirect)
            throws IOException {
        MultipartFile file = form.file();
        if (file != null) {
            return taken(who, file, errors, redirect);
        }
        if (form.numbers().isBlank()) {
            errors.rejectValue("file", "lookups.file.missing");
            return Optional.empty();
        }
        GivenNumbers given = GivenNumbers.of(form.numbers());
        return drafts.draft(who, words.of("lookups.pasted"), given, errors, "numbers", redirect);
    }

    /** One class of faults at a time: the file as a whole, its columns, its rows. */
    private Optional<String> taken(SignedIn who, MultipartFile file, BindingResult errors, RedirectAttributes redirect)
            throws IOException {
        byte[] content = file.getInputStream().readNBytes(Sheet.MOST_BYTES + 1);
        try {
            Sheet sheet = SheetReader.read(content);
            ListColumns columns = ListColumns.of(sheet);
            if (sheet.columns() == 1) {
                return drafts.draft(who, name(file), GivenNumbers.of(sheet, columns.guess()), errors, "file", redirect);
            }
            Optional<UUID> kept = uploads.keep(who.tenantId(), name(file), content);
            if (kept.isEmpty()) {
                errors.rejectValue("file", "lookups.file.kept", new Object[] {Uploads.MOST}, "");
            }
            return kept.map(id -> "redirect:/lookups/lists/" + id);
        } catch (UnreadableSheetException e) {
            errors.rejectValue("file", "lookups.file." + e.fault());
        } catch (NoNumberColumnException e) {
            errors.rejectValue("file", "lookups.file.nocolumn", new Object[] {String.valueOf(e.getMessage())}, "");
        }
        return Optional.empty();
    }

    private String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? words.of("lookups.pasted") : name;
    }
}
