package io.heliograph.portal.overview;

/** What a new customer does first, and what of it is done. */
record FirstSteps(boolean credits, boolean sent, boolean connected) {

    public boolean isDone() {
        return credits && sent && connected;
    }
}
