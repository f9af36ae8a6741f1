package io.heliograph.provider.smpp;

import io.heliograph.provider.Submit;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.OutgoingPart;
import io.heliograph.text.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Cuts a text into the parts that were priced, each with its user data header where there are several. */
final class Segments {

    private static final int REFERENCES = 256;

    private Segments() {}

    /** The parts of a message to one number, in order. */
    static List<OutgoingPart> of(Submit submit, String msisdn) {
        List<String> texts = MessageText.of(submit.text()).parts();
        Coding coding = Coding.of(submit.encoding());
        int reference = ThreadLocalRandom.current().nextInt(REFERENCES);
        List<OutgoingPart> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = coding.encode(texts.get(i));
            parts.add(new OutgoingPart(
                    Addresses.sender(submit.sender()),
                    Addresses.recipient(msisdn),
                    coding,
                    texts.size() > 1,
                    texts.size() == 1 ? text : withHeader(text, reference, texts.size(), i + 1)));
        }
        return parts;
    }

    private static byte[] withHeader(byte[] text, int reference, int total, int number) {
        byte[] part = new byte[text.length + 6];
        part[0] = 5;
        part[2] = 3;
        part[3] = (byte) reference;
        part[4] = (byte) total;
        part[5] = (byte) number;
        System.arraycopy(text, 0, part, 6, text.length);
        return part;
    }
}
