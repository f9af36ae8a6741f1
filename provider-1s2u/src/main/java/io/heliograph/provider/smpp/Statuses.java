package io.heliograph.provider.smpp;

import io.heliograph.provider.ErrorCode;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Rejected;
import org.jsmpp.SMPPConstant;

/**
 * What a command status that is not zero says of a part, with the care of contract S9. It says in any case that the part
 * was not taken; those of which it is known that the next try may go better are tried again. The reasons that HTTP has a
 * code for get that code.
 */
final class Statuses {

    private Statuses() {}

    static SubmitResult refusal(int status) {
        String raw = "0x%08X".formatted(status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED -> new NotSent(NotSent.Reason.TOO_MANY_REQUESTS, null, raw);
            case SMPPConstant.STAT_ESME_RMSGQFUL -> new NotSent(NotSent.Reason.OVERLOADED, null, raw);
            case SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RX_T_APPN ->
                new NotSent(NotSent.Reason.TEMPORARILY_UNAVAILABLE, null, raw);
            case SMPPConstant.STAT_ESME_RINVBNDSTS -> new NotSent(NotSent.Reason.NO_CONNECTION, null, raw);
            case SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI -> new Rejected(ErrorCode.SENDER.code(), raw, false);
            case SMPPConstant.STAT_ESME_RINVDSTADR,
                    SMPPConstant.STAT_ESME_RINVDSTTON,
                    SMPPConstant.STAT_ESME_RINVDSTNPI -> new Rejected(ErrorCode.NUMBER.code(), raw, false);
            case SMPPConstant.STAT_ESME_RINVMSGLEN -> new Rejected(ErrorCode.TEXT.code(), raw, false);
            case SMPPConstant.STAT_ESME_RINVDCS -> new Rejected(ErrorCode.TYPE.code(), raw, false);
            case SMPPConstant.STAT_ESME_RINVCMDLEN, SMPPConstant.STAT_ESME_RINVCMDID -> new Rejected(raw, raw, true);
            default -> new Rejected(raw, raw, false);
        };
    }

    /** Whether a bind was refused for what concerns the account, and not for the moment. */
    static boolean isAboutTheAccount(int status) {
        return status == SMPPConstant.STAT_ESME_RINVPASWD || status == SMPPConstant.STAT_ESME_RINVSYSID;
    }
}
