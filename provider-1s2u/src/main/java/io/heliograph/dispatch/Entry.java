package io.heliograph.dispatch;

import io.heliograph.messages.MessageRef;
import java.util.UUID;

/**
 * A place in the queue.
 *
 * @param groupKey messages of one account with the same key may leave in one request
 * @param tries how often it was claimed before
 */
record Entry(MessageRef ref, UUID groupKey, String msisdn, int tries) {}
