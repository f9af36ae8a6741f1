package io.heliograph.bulksms;

import io.heliograph.provider.HlrError;
import io.heliograph.signin.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /hlr}: HTTP 200 with JSON or a line of plain text, or 429 (contract H1, H2). */
@Controller
@Anyone
class HlrController {

    private static final Logger log = LoggerFactory.getLogger(HlrController.class);

    private final HlrCalls calls;

    HlrController(HlrCalls calls) {
        this.calls = calls;
    }

    @RequestMapping(
            path = "/hlr",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> lookUp(HttpServletRequest request) throws IOException {
        CallParameters parameters = CallParameters.of(request);
        try {
            return switch (calls.answer(parameters)) {
                case HlrReply.Answers answers -> reply(HttpStatus.OK, MediaType.APPLICATION_JSON, answers.json());
                case HlrReply.Refused refused ->
                    reply(HttpStatus.OK, MediaType.TEXT_PLAIN, refused.error().text());
                case HlrReply.TooManyCalls _ ->
                    reply(HttpStatus.TOO_MANY_REQUESTS, MediaType.TEXT_PLAIN, HlrError.TOO_MANY_REQUESTS);
            };
        } catch (DataAccessException | TransactionException e) {
            log.error("A number can't be looked up as the database does not answer", e);
            return reply(HttpStatus.SERVICE_UNAVAILABLE, MediaType.TEXT_PLAIN, "");
        }
    }

    private static ResponseEntity<String> reply(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text);
    }
}
