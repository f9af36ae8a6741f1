package io.heliograph.api;

/**
 * What is wrong with one field of a body.
 *
 * @param pointer where it is, a JSON pointer such as {@code /to/3}
 * @param detail what to do about it
 */
public record FieldProblem(String pointer, String detail) {}
