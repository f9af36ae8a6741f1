package io.heliograph.provider.smpp;

import java.math.BigInteger;

/** How the ids in answers and in receipts are written, where the two differ. Ids are opaque text otherwise. */
public enum IdForm {
    SAME(0, 0),
    /** Answers name the id in hexadecimal, receipts in decimal. */
    ANSWER_HEX(16, 10),
    /** Answers name the id in decimal, receipts in hexadecimal. */
    RECEIPT_HEX(10, 16);

    private final int answerBase;
    private final int receiptBase;

    IdForm(int answerBase, int receiptBase) {
        this.answerBase = answerBase;
        this.receiptBase = receiptBase;
    }

    String ofAnswer(String id) {
        return decimal(id, answerBase);
    }

    String ofReceipt(String id) {
        return decimal(id, receiptBase);
    }

    /** In decimal, so that both are alike; an id that is no number stays as it came. */
    private static String decimal(String id, int base) {
        if (base == 0) {
            return id;
        }
        try {
            return new BigInteger(id, base).toString();
        } catch (NumberFormatException _) {
            return id;
        }
    }
}
