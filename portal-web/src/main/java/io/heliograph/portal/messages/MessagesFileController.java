package io.heliograph.portal.messages;

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
import org.springframework.web.bind.annotation.RequestParam;

/** What the list of messages finds, as a file. */
@Controller
class MessagesFileController {

    private final MessagesCsv csv;
    private final Owners owners;

    MessagesFileController(MessagesCsv csv, Owners owners) {
        this.csv = csv;
        this.owners = owners;
    }

    @GetMapping("/messages.csv")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    void own(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable UUID submission,
            HttpServletResponse response)
            throws IOException {
        write(Owners.own(who), Search.of(q, state, days, submission), response);
    }

    @GetMapping("/customers/{customerId}/messages.csv")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    void customers(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID customerId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable UUID submission,
            HttpServletResponse response)
            throws IOException {
        write(owners.customer(who, customerId), Search.of(q, state, days, submission), response);
    }

    private void write(Whose whose, Search search, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("messages.csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        csv.write(whose.tenantId(), search, response.getWriter());
    }
}
