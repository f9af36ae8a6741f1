package io.heliograph.browser;

/** How large the window is, in CSS pixels. */
public enum Size {
    DESKTOP(1280, 800),
    PHONE(390, 844),
    /** The narrowest window in which nothing may need sideways scrolling. */
    SMALL(320, 640);

    private final int width;
    private final int height;

    Size(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
