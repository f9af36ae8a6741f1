package io.heliograph.portal.smpp;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.smppserver.SmppSession;

/**
 * A session with whose it is.
 *
 * @param tenantName of its customer
 */
record SessionLine(SmppSession session, String tenantName) {

    public Status status() {
        return session.isEnding()
                ? new Status("smpp.session.ending", "clock", Tone.DOUBT, null)
                : new Status("smpp.session.bound", "check", Tone.GOOD, null);
    }

    public String modeKey() {
        return "smpp.mode." + session.mode();
    }
}
