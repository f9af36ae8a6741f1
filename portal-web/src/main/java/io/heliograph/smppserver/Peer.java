package io.heliograph.smppserver;

/** Who has connected, and whether nobody between can read along. */
record Peer(String address, boolean encrypted) {}
