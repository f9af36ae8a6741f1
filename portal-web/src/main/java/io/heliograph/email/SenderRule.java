package io.heliograph.email;

/**
 * Under which sender somebody's mails go out.
 *
 * @param who an address, a domain after an {@code @}, or the username of an API credential
 * @param sender in the form of contract S3
 */
public record SenderRule(String who, String sender) {

    boolean isFor(String address) {
        return who.contains("@") && new Writer(who).includes(address);
    }

    boolean isDomain() {
        return who.startsWith("@");
    }
}
