package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;

/** What a session says of itself in the list of sessions. */
final class Whereabouts {

    static final String HANDLE = "signin.handle";
    static final String DEVICE = "signin.device";
    static final String ADDRESS = "signin.address";

    private Whereabouts() {}

    /** Notes the device and address by which the session is used, and the name by which its owner may end it. */
    static void note(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(HANDLE) == null) {
            session.setAttribute(HANDLE, UUID.randomUUID());
        }
        session.setAttribute(DEVICE, Devices.name(String.valueOf(request.getHeader("User-Agent"))));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
    }
}
