package io.heliograph.brands;

/**
 * A picture that was checked.
 *
 * @param fileName a hash of its content, with its ending
 * @param mediaType {@code image/png} or {@code image/svg+xml}
 * @param content what is kept and served: an SVG without what it does not need for being looked at
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(String fileName, String mediaType, byte[] content) {}
