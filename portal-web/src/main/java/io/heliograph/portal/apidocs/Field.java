package io.heliograph.portal.apidocs;

/**
 * A parameter, or a field of a body.
 *
 * @param name with the names of what it is in, such as {@code messages[].id}
 * @param type in words, with what else limits it
 * @param text what it means; may be empty
 */
record Field(String name, String type, boolean required, String text) {}
