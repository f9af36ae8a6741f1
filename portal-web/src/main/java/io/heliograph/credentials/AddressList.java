package io.heliograph.credentials;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * From which addresses a credential may be used; from all if there is none.
 *
 * @param ranges addresses and CIDR ranges, of IPv4 or IPv6, {@value #MOST} at most
 */
public record AddressList(List<String> ranges) {

    /** How many ranges a credential may have. */
    public static final int MOST = 20;

    /** From everywhere. */
    public static final AddressList ALL = new AddressList(List.of());

    /** IPv4 with all its four numbers, or something like IPv6. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    public AddressList {
        ranges = List.copyOf(ranges);
        if (ranges.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " ranges");
        }
        ranges.forEach(AddressList::matcher);
    }

    /**
     * Ranges with spaces, commas or line ends between.
     *
     * @throws IllegalArgumentException if one of them is none, or there are more than {@value #MOST}
     */
    public static AddressList parse(String text) {
        return new AddressList(words(text).toList());
    }

    /** The words of such a text that are no range. */
    public static List<String> unreadable(String text) {
        return words(text).filter(word -> !isRange(word)).toList();
    }

    /** Whether it may be used from there; from an unknown address only if from everywhere. */
    public boolean allows(@Nullable String address) {
        return ranges.isEmpty()
                || (address != null
                        && ranges.stream().anyMatch(range -> matcher(range).matches(address)));
    }

    /** The ranges with spaces between. */
    public String write() {
        return String.join(" ", ranges);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty());
    }

    private static boolean isRange(String word) {
        try {
            matcher(word);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Reads the literal itself first: what is none would be looked up as a name. */
    private static IpAddressMatcher matcher(String range) {
        int slash = range.indexOf('/');
        String literal = slash < 0 ? range : range.substring(0, slash);
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException("No address: " + literal);
        }
        InetAddress address = InetAddress.ofLiteral(literal);
        if (slash >= 0) {
            int bits = Integer.parseInt(range.substring(slash + 1));
            if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException("No mask of " + bits + " bits");
            }
        }
        return new IpAddressMatcher(range);
    }
}
