package io.heliograph.portal.apidocs;

import java.util.List;

/** Operations that belong together. */
record Group(String name, String text, List<Operation> operations) {

    /** For links. */
    public String id() {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
