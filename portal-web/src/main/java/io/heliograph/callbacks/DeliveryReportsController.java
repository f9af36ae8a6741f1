package io.heliograph.callbacks;

import io.heliograph.reports.IntakeResult;
import io.heliograph.reports.Reports;
import io.heliograph.signin.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The address that is registered at 1s2u for delivery reports. It reads the body itself, whatever type it says it has
 * (contract D1), and answers after the reports are on disk (D4).
 */
@Controller
@Anyone
class DeliveryReportsController {

    private static final int LARGEST_BODY = 1024 * 1024;

    private final Reports reports;

    DeliveryReportsController(Reports reports) {
        this.reports = reports;
    }

    /** 1s2u looks whether the address is there before it takes it; Spring answers HEAD by this too. */
    @GetMapping("/dlr/1s2u/{dlrToken}")
    ResponseEntity<String> probe(@PathVariable String dlrToken) {
        return reports.knows(dlrToken) ? text(HttpStatus.OK, "OK") : text(HttpStatus.NOT_FOUND, "Not found");
    }

    @PostMapping("/dlr/1s2u/{dlrToken}")
    ResponseEntity<String> receive(@PathVariable String dlrToken, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return text(HttpStatus.CONTENT_TOO_LARGE, "A report has 1 MiB at most");
        }
        return switch (reports.receive(dlrToken, request.getContentType(), body, request.getRemoteAddr())) {
            case IntakeResult.Stored _ -> text(HttpStatus.OK, "OK");
            case IntakeResult.UnknownAddress _ -> text(HttpStatus.NOT_FOUND, "Not found");
            case IntakeResult.SourceNotAllowed _ -> text(HttpStatus.FORBIDDEN, "This address may not report");
            case IntakeResult.Unreadable unreadable -> text(HttpStatus.BAD_REQUEST, unreadable.why());
        };
    }

    private static ResponseEntity<String> text(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
