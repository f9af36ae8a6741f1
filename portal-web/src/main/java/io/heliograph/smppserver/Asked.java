package io.heliograph.smppserver;

import io.heliograph.receipts.Wanted;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.RefusedException;
import io.heliograph.smpp.WireAddress;
import io.heliograph.smpp.WireTime;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code submit_sm} asks for beside its text.
 *
 * @param sendAt null for now
 * @param expiresAt null for our own limit
 */
record Asked(
        WireAddress source,
        WireAddress destination,
        Coding coding,
        Wanted wanted,
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** @throws RefusedException for a coding that is no text, and times in no form */
    static Asked of(SubmitSm submit, Instant now) {
        return new Asked(
                new WireAddress(
                        submit.getSourceAddrTon(), submit.getSourceAddrNpi(), Pdus.text(submit.getSourceAddr())),
                new WireAddress(submit.getDestAddrTon(), submit.getDestAddrNpi(), Pdus.text(submit.getDestAddress())),
                Coding.of(submit.getDataCoding())
                        .orElseThrow(() -> new RefusedException(
                                Status.CODING,
                                "Data coding " + (submit.getDataCoding() & 0xFF)
                                        + ": 0 (GSM), 1 (ASCII), 3 (Latin-1) and 8 (UCS-2) are carried")),
                Wanted.of(submit.getRegisteredDelivery()),
                time(submit.getScheduleDeliveryTime(), now, now, Status.SEND_AT),
                expiry(submit, now));
    }

    /** As the other ways in name it: an international number has a plus (contract M3, read backwards). */
    String sender() {
        boolean bare = DIGITS.matcher(source.value()).matches();
        return source.isInternational() && bare ? "+" + source.value() : source.value();
    }

    /** Without the plus that some leave there. */
    String number() {
        return destination.value().startsWith("+") ? destination.value().substring(1) : destination.value();
    }

    /** A relative validity counts from when the message is due. */
    private static @Nullable Instant expiry(SubmitSm submit, Instant now) {
        Instant due = time(submit.getScheduleDeliveryTime(), now, now, Status.SEND_AT);
        return time(submit.getValidityPeriod(), due == null ? now : due, now, Status.EXPIRES_AT);
    }

    private static @Nullable Instant time(@Nullable String field, Instant from, Instant now, int status) {
        if (field == null || field.isEmpty()) {
            return null;
        }
        return WireTime.parse(field, from)
                .orElseThrow(() ->
                        new RefusedException(status, "\"" + field + "\" is no time such as " + WireTime.format(now)));
    }
}
