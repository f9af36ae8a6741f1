package io.heliograph.messages;

import java.util.List;

/**
 * A request that 1s2u took.
 *
 * @param ours those of its messages that are still the sender's to change
 * @param request all of its messages, in the order of the numbers in the request
 * @param ids as 1s2u answered them, in its order
 */
public record Answered(List<Message> ours, List<Message> request, List<String> ids) {

    public Answered {
        ours = List.copyOf(ours);
        request = List.copyOf(request);
        ids = List.copyOf(ids);
    }
}
