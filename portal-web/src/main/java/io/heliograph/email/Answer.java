package io.heliograph.email;

/**
 * How something in a mail's way in is answered (RFC 5321).
 *
 * @param status 250, or 4xx for what may work later and 5xx for what will not
 * @param enhanced the status in the finer form of RFC 3463, such as {@code 5.7.1}
 * @param words why, in printable ASCII
 */
public record Answer(int status, String enhanced, String words) {

    public Answer {
        words = words.codePoints()
                .map(c -> c >= ' ' && c <= '~' ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether the mail was taken. */
    public boolean isGood() {
        return status < 400;
    }

    /** What follows the status on the wire. */
    public String line() {
        return enhanced + " " + words;
    }
}
