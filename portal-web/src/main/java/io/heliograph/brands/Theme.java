package io.heliograph.brands;

import io.heliograph.secrets.Sha256;

/**
 * The colours that follow from one accent, each readable where it is used (WCAG AA): text on the accent is white or our
 * black, links are the accent or a darker shade of it. States, the focus ring and danger have colours of their own.
 *
 * @param accent the ground of filled buttons
 * @param onAccent the text on it
 * @param pressed the ground of a filled button under the mouse
 * @param link of links and of what is chosen
 * @param linkHover of links under the mouse
 */
public record Theme(Colour accent, Colour onAccent, Colour pressed, Colour link, Colour linkHover) {

    /** The least contrast of text with what is behind it. */
    public static final double READABLE = 4.5;

    /** What a stylesheet of a whole portal selects. */
    public static final String EVERYWHERE = ":root, [data-bs-theme=light]";

    private static final Colour GROUND = new Colour(0xf5, 0xf6, 0xf8);
    private static final Colour BLACK = new Colour(0, 0, 0);
    private static final double TINT = 0.09;
    private static final double SHADE = 0.12;
    private static final double STEP = 0.02;
    private static final int HASH_LENGTH = 16;

    /** The colours for an accent. */
    public static Theme of(Colour accent) {
        boolean whiteText = accent.contrast(Colour.WHITE) >= READABLE || accent.contrast(Colour.INK) < READABLE;
        Colour ground = whiteText ? readable(accent, Colour.WHITE) : accent;
        Colour link = readable(readable(accent, GROUND), Colour.WHITE.mixed(accent, TINT));
        return new Theme(
                ground,
                whiteText ? Colour.WHITE : Colour.INK,
                ground.mixed(whiteText ? BLACK : Colour.WHITE, SHADE),
                link,
                link.mixed(BLACK, SHADE));
    }

    /** The contrast of the text on a filled button. */
    public double buttonContrast() {
        return accent.contrast(onAccent);
    }

    /** The contrast of links with white. */
    public double linkContrast() {
        return link.contrast(Colour.WHITE);
    }

    /** The name of an accent's stylesheet; another one whenever its content is another. */
    public static String fileName(String accent) {
        String css = Colour.read(accent).map(Theme::of).orElseThrow().css(EVERYWHERE);
        return Sha256.hex(css).substring(0, HASH_LENGTH) + ".css";
    }

    /** The stylesheet of the colours, for what a selector selects. */
    public String css(String selector) {
        return """
                %s {
                  --tblr-primary: %s;
                  --tblr-primary-rgb: %s;
                  --tblr-primary-fg: %s;
                  --tblr-primary-darken: %s;
                  --tblr-link-color: %s;
                  --tblr-link-color-rgb: %s;
                  --tblr-link-hover-color: %s;
                  --tblr-link-hover-color-rgb: %s;
                }
                """.formatted(
                        selector,
                        accent.hex(),
                        accent.parts(),
                        onAccent.hex(),
                        pressed.hex(),
                        link.hex(),
                        link.parts(),
                        linkHover.hex(),
                        linkHover.parts());
    }

    /** The colour, or the lightest darker shade of it that can be read on that ground. */
    private static Colour readable(Colour colour, Colour ground) {
        Colour shade = colour;
        for (double black = STEP; shade.contrast(ground) < READABLE; black += STEP) {
            shade = colour.mixed(BLACK, Math.min(black, 1));
        }
        return shade;
    }
}
