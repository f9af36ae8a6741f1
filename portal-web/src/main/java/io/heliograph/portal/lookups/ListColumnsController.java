package io.heliograph.portal.lookups;

import io.heliograph.portal.Screens;
import io.heliograph.sheets.Sheet;
import io.heliograph.sheets.SheetReader;
import io.heliograph.sheets.Upload;
import io.heliograph.sheets.Uploads;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks which column of an uploaded file holds the numbers, and leads to its price. */
@Controller
@MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
@RequestMapping("/lookups/lists/{id}")
class ListColumnsController {

    private final Uploads uploads;
    private final ListDrafts drafts;

    ListColumnsController(Uploads uploads, ListDrafts drafts) {
        this.uploads = uploads;
        this.drafts = drafts;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Upload upload = get(who.tenantId(), id);
        Sheet sheet = SheetReader.read(upload.content());
        ListColumns columns = ListColumns.of(sheet);
        ColumnForm guess =
                new ColumnForm(columns.guess().index(), columns.guess().headed());
        model.addAttribute("form", guess);
        model.addAttribute("view", view(id, upload, sheet, columns, guess));
        return "lookups/columns";
    }

    @PostMapping("/drafts")
    ModelAndView choose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") ColumnForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Upload upload = get(who.tenantId(), id);
        Sheet sheet = SheetReader.read(upload.content());
        Optional<String> taken = Optional.empty();
        if (form.isIn(sheet.columns())) {
            GivenNumbers given = GivenNumbers.of(sheet, form.chosen());
            taken = drafts.draft(who, upload.name(), given, errors, "column", redirect);
        } else {
            errors.rejectValue("column", "lookups.column.missing");
        }
        return taken.map(ModelAndView::new)
                .orElseGet(() -> Screens.invalid("lookups/columns")
                        .addObject("view", view(id, upload, sheet, ListColumns.of(sheet), form)));
    }

    private Upload get(UUID tenantId, UUID id) {
        return uploads.find(tenantId, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ColumnsView view(UUID id, Upload upload, Sheet sheet, ListColumns columns, ColumnForm form) {
        return new ColumnsView(
                "/lookups/lists/" + id,
                upload.name(),
                columns.all(),
                form.column(),
                form.headed(),
                sheet.lines().size(),
                sheet.hidden().size());
    }
}
