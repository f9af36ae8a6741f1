package io.heliograph.api.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages, newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record MessagePage(List<MessageView> data, @Nullable String next) {}
