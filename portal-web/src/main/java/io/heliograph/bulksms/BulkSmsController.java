package io.heliograph.bulksms;

import io.heliograph.signin.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /bulksms} and {@code /checkbalance}: always HTTP 200 and a line of plain text (contract S6, S7, C1). */
@Controller
@Anyone
class BulkSmsController {

    private static final Logger log = LoggerFactory.getLogger(BulkSmsController.class);

    private final Sending sending;
    private final BalanceChecks balances;

    BulkSmsController(Sending sending, BalanceChecks balances) {
        this.sending = sending;
        this.balances = balances;
    }

    @RequestMapping(
            path = "/bulksms",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> send(HttpServletRequest request) throws IOException {
        CallParameters parameters = CallParameters.of(request);
        try {
            return text(sending.send(parameters));
        } catch (DataAccessException | TransactionException e) {
            log.error("A message can't be accepted as the database does not answer", e);
            return text(Code.TEMPORARILY_UNAVAILABLE.text());
        }
    }

    @RequestMapping(
            path = "/checkbalance",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> balance(HttpServletRequest request) throws IOException {
        return text(balances.check(CallParameters.of(request)));
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text);
    }
}
