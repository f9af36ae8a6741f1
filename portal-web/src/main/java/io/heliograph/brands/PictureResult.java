package io.heliograph.brands;

/** What came of checking a file. */
public sealed interface PictureResult {

    /** It can be put up. */
    record Accepted(Picture picture) implements PictureResult {}

    /** It can't, and why. */
    record Refused(Reason reason) implements PictureResult {}

    /** Why a file is no picture for us. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Neither PNG nor SVG, or broken. */
        UNKNOWN,
        /** More than 2,000 pixels wide or high. */
        TOO_MANY_PIXELS,
        /** An SVG with a picture of another kind inside. */
        SVG_WITH_PICTURE,
        /** An SVG that shows nothing that we let through. */
        SVG_WITHOUT_SHAPES
    }
}
