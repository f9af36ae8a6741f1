package io.heliograph.portal;

/**
 * An entry of the navigation.
 *
 * @param key of its name in the messages
 * @param current whether the page that is shown is it or below it
 */
public record NavEntry(String href, String key, String icon, boolean current) {}
