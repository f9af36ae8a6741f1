package io.heliograph.provider.smpp;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.FormFields;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.ReceiptState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * Reads receipts in every form that is met: parameters, and texts with their fields in any order and case, parted by
 * blanks, commas or lines, with words cut, spelt out, or given as numbers. Parameters win over the text.
 */
final class ReceiptReader {

    private static final Pattern ID = Pattern.compile("(?i)(?:^|[^a-z0-9_])(?:message[_ ]?)?id\\s*[:=]\\s*([^\\s,;]+)");
    private static final Pattern STATE = Pattern.compile("(?i)(?:^|[^a-z])stat(?:us|e)?\\s*[:=]\\s*([a-z]+|[0-9])");
    private static final Pattern DONE = Pattern.compile("(?i)done[_ ]?date\\s*[:=]\\s*([0-9]{10,14})");

    /** Minutes: some add seconds. */
    private static final int DATE_LENGTH = 10;

    private final IdForm ids;

    ReceiptReader(IdForm ids) {
        this.ids = ids;
    }

    /** The report in it; empty for a message of another kind. */
    Optional<DeliveryReport> read(DeliverSm deliver, Instant receivedAt) {
        String text = text(deliver);
        Optional<String> id = parameter(deliver).or(() -> first(ID, text));
        Optional<ReceiptState> state =
                state(deliver).or(() -> first(STATE, text).flatMap(ReceiptReader::word));
        if (id.isEmpty() || (state.isEmpty() && first(STATE, text).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(DeliveryReport.of(
                new FormFields(Map.of(
                        "msisdn", Pdus.text(deliver.getSourceAddr()),
                        "source", Pdus.text(deliver.getDestAddress()),
                        "sms_id", ids.ofReceipt(id.get()),
                        "sent_date",
                                first(DONE, text)
                                        .map(date -> date.substring(0, DATE_LENGTH))
                                        .orElse(""),
                        "response",
                                state.map(Enum::name)
                                        .or(() -> first(STATE, text))
                                        .orElse(""))),
                receivedAt));
    }

    static String text(DeliverSm deliver) {
        OptionalParameter.Message_payload payload =
                deliver.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] bytes = payload == null ? deliver.getShortMessage() : payload.getValue();
        return bytes == null
                ? ""
                : Coding.of(deliver.getDataCoding())
                        .filter(coding -> coding == Coding.UCS_2)
                        .flatMap(coding -> coding.decode(bytes))
                        // Receipts are written in ASCII, whatever coding they claim: an underscore stays one.
                        .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> parameter(DeliverSm deliver) {
        return Optional.ofNullable(deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(id -> new String(id.getValue(), StandardCharsets.ISO_8859_1)
                        .replace("\0", "")
                        .strip())
                .filter(id -> !id.isEmpty());
    }

    private static Optional<ReceiptState> state(DeliverSm deliver) {
        return Optional.ofNullable(deliver.getOptionalParameter(OptionalParameter.Message_state.class))
                .flatMap(state -> ReceiptState.of(state.getValue()));
    }

    private static Optional<ReceiptState> word(String word) {
        return Character.isDigit(word.charAt(0)) ? ReceiptState.of(word.charAt(0) - '0') : ReceiptState.of(word);
    }

    private static Optional<String> first(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
