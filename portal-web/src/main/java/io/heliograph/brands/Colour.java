package io.heliograph.brands;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of a screen, its parts from 0 to 255. */
public record Colour(int red, int green, int blue) {

    public static final Colour WHITE = new Colour(255, 255, 255);

    /** The black of our texts. */
    public static final Colour INK = new Colour(0x16, 0x20, 0x2e);

    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final int SHORT = 3;
    private static final double LARGEST = 255.0;

    /** A part outside 0 to 255 is an {@link IllegalArgumentException}. */
    public Colour {
        if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > LARGEST) {
            throw new IllegalArgumentException("Not a colour: " + red + ", " + green + ", " + blue);
        }
    }

    /** {@code #0b5cad}, {@code 0B5CAD} or {@code #05a}; empty if it is none. */
    public static Optional<Colour> read(String typed) {
        String bare = typed.strip();
        if (!HEX.matcher(bare).matches()) {
            return Optional.empty();
        }
        String digits = bare.startsWith("#") ? bare.substring(1) : bare;
        String full = digits.length() == SHORT ? digits.replaceAll("(.)", "$1$1") : digits;
        int bits = Integer.parseInt(full, 16);
        return Optional.of(new Colour(bits >> 16, bits >> 8 & 0xff, bits & 0xff));
    }

    /** As {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** As {@code 11, 92, 173}. */
    public String parts() {
        return red + ", " + green + ", " + blue;
    }

    /** How well two colours can be told apart, from 1 to 21 (WCAG 2.2). */
    public double contrast(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /** This colour with that share of another in it. */
    public Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / LARGEST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }
}
