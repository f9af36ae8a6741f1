package io.heliograph.brands;

/** What a picture is for, and how large its file may be. */
public enum PictureKind {
    /** Beside or instead of the name. */
    LOGO(200),
    /** In the browser's tab. */
    ICON(50);

    private final int largestKilobytes;

    PictureKind(int largestKilobytes) {
        this.largestKilobytes = largestKilobytes;
    }

    /** The size that the file may have, in kB of 1,000 bytes. */
    public int largestKilobytes() {
        return largestKilobytes;
    }
}
