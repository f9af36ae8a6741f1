package io.heliograph.provider.simulator;

/** How an error code is written (contract S7). */
public enum RefusalForm {
    /** {@code 0041}, as on 1s2u's page. */
    CODE(""),
    /** {@code ERROR 0041}. */
    ERROR_BLANK("ERROR "),
    /** {@code ERROR: 0041}. */
    ERROR_COLON("ERROR: "),
    /** {@code ERR: 0041}. */
    ERR_COLON("ERR: ");

    private final String prefix;

    RefusalForm(String prefix) {
        this.prefix = prefix;
    }

    String write(String code) {
        return prefix + code;
    }
}
