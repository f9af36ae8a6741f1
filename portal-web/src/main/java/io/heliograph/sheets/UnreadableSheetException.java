package io.heliograph.sheets;

/** A file that can't be taken, with what to do about it. */
public final class UnreadableSheetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    UnreadableSheetException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** What is wrong with it, as a whole. */
    public enum Fault {
        TOO_LARGE,
        /** A format from before 2007, or one that is protected by a password. */
        OLD_FORMAT,
        UNREADABLE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_LONG_ROW,
        NO_ROWS,
        /** It has rows, and the spreadsheet hides every one. */
        ALL_HIDDEN
    }

    public Fault fault() {
        return fault;
    }
}
