package io.heliograph.portal.messages;

import io.heliograph.portal.Live;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed on the list: rows that are shown already, and how many newer ones there are.
 *
 * @param changed rows that were open when they were shown last
 * @param newer how many messages came since; 0 on older pages
 * @param newest where they are seen
 */
record MessagesLive(
        List<MessageRow> changed, int newer, @Nullable String newest, Live next) {}
