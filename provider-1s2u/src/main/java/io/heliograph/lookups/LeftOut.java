package io.heliograph.lookups;

/**
 * Something in a list of which no number could be made, or to which nothing is offered.
 *
 * @param place its row or line, from 1
 * @param typed as it was given; cut after 80 characters
 * @param reason a stable word, up to 40 characters
 */
public record LeftOut(int place, String typed, String reason) {

    /** The reason where a destination is not offered; place 0. */
    public static final String NO_ROUTE = "NO_ROUTE";

    /** The reason where the spreadsheet hides the row. */
    public static final String HIDDEN = "HIDDEN";

    private static final int LONGEST = 80;

    public LeftOut {
        typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }
}
