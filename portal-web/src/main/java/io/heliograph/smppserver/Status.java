package io.heliograph.smppserver;

import org.jsmpp.SMPPConstant;

/** The command statuses that are answered, by what they say. */
final class Status {

    static final int OK = SMPPConstant.STAT_ESME_ROK;
    static final int TEXT = SMPPConstant.STAT_ESME_RINVMSGLEN;
    static final int UNKNOWN_COMMAND = SMPPConstant.STAT_ESME_RINVCMDID;
    static final int WRONG_BIND = SMPPConstant.STAT_ESME_RINVBNDSTS;
    static final int BOUND_ALREADY = SMPPConstant.STAT_ESME_RALYBND;
    static final int SYSTEM_ERROR = SMPPConstant.STAT_ESME_RSYSERR;
    static final int SENDER = SMPPConstant.STAT_ESME_RINVSRCADR;
    static final int NUMBER = SMPPConstant.STAT_ESME_RINVDSTADR;
    static final int MESSAGE_ID = SMPPConstant.STAT_ESME_RINVMSGID;
    static final int BIND_REFUSED = SMPPConstant.STAT_ESME_RBINDFAIL;
    static final int CREDENTIALS = SMPPConstant.STAT_ESME_RINVPASWD;
    static final int NOT_CANCELLED = SMPPConstant.STAT_ESME_RCANCELFAIL;
    /** What a client takes for: later, perhaps. */
    static final int LATER = SMPPConstant.STAT_ESME_RMSGQFUL;

    static final int THROTTLED = SMPPConstant.STAT_ESME_RTHROTTLED;
    static final int SEND_AT = SMPPConstant.STAT_ESME_RINVSCHED;
    static final int EXPIRES_AT = SMPPConstant.STAT_ESME_RINVEXPIRY;
    /** Of SMPP 5.0, as 3.4 has none: a coding that is not carried. */
    static final int CODING = SMPPConstant.STAT_ESME_RINVDCS;

    /** Of SMPP 5.0, as 3.4 has none: the account is suspended. */
    static final int SUSPENDED = SMPPConstant.STAT_ESME_RPROHIBITED;

    /** The first of those that 3.4 leaves to the operator: not enough credits. */
    static final int CREDITS = 0x400;

    private Status() {}
}
