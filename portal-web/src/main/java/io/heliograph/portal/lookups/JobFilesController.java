package io.heliograph.portal.lookups;

import io.heliograph.lookups.LookupJob;
import io.heliograph.sheets.CsvSheet;
import io.heliograph.sheets.SheetWriter;
import io.heliograph.sheets.XlsxSheet;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a job found, as a file. */
@Controller
@MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
@RequestMapping("/lookups/{id}")
class JobFilesController {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final JobReading reading;
    private final JobFiles files;

    JobFilesController(JobReading reading, JobFiles files) {
        this.reading = reading;
        this.files = files;
    }

    @GetMapping("/results.csv")
    void csv(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        LookupJob job = reading.get(who.tenantId(), id);
        head(response, CSV, job.name() + "-checked.csv");
        try (SheetWriter out = new CsvSheet(response.getOutputStream())) {
            files.results(who.tenantId(), id, Show.of(show).filter(JobReading.digits(q)), out);
        }
    }

    @GetMapping("/results.xlsx")
    void xlsx(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        LookupJob job = reading.get(who.tenantId(), id);
        head(response, XLSX, job.name() + "-checked.xlsx");
        try (SheetWriter out = new XlsxSheet(response.getOutputStream(), "Numbers")) {
            files.results(who.tenantId(), id, Show.of(show).filter(JobReading.digits(q)), out);
        }
    }

    @GetMapping("/left-out.csv")
    void leftOut(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        LookupJob job = reading.get(who.tenantId(), id);
        head(response, CSV, job.name() + "-left-out.csv");
        try (SheetWriter out = new CsvSheet(response.getOutputStream())) {
            files.leftOut(who.tenantId(), id, out);
        }
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
