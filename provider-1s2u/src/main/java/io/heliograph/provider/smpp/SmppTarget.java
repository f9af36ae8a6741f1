package io.heliograph.provider.smpp;

/**
 * Where a session goes, and as whom.
 *
 * @param tls whether the connection is encrypted, and the host's certificate checked
 * @param window requests that may wait for their answer, 1 to 500
 */
public record SmppTarget(String host, int port, boolean tls, String systemId, String password, int window) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppTarget[" + host + ":" + port + ", " + systemId + "]";
    }
}
