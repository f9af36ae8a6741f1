package io.heliograph.provider.simulator;

import io.heliograph.smpp.Pdus;
import java.time.Instant;
import org.jsmpp.bean.SubmitSm;

/** A part that came by SMPP. */
record SentPart(String id, SubmitSm submit, Instant at) {

    private static final byte INTERNATIONAL = 1;

    /** As HTTP would name it. */
    String sender() {
        String source = Pdus.text(submit.getSourceAddr());
        return submit.getSourceAddrTon() == INTERNATIONAL ? "+" + source : source;
    }
}
