package io.heliograph.sheets;

/**
 * A file that somebody uploaded.
 *
 * @param name as it is called at its owner's; up to 120 characters
 * @param content what is in it; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, by SheetReader; never compared.
public record Upload(String name, byte[] content) {}
