package io.heliograph.text;

/**
 * A character of the GSM extension table, which costs two septets.
 *
 * @param character the character
 * @param count how often it is in the text
 */
public record DoubleCharacter(String character, int count) {}
