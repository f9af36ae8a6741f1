package io.heliograph.provider.smpp;

import java.io.IOException;

/** 1s2u refused a bind. */
public final class BindRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    BindRefusedException(int status) {
        super("The bind was refused with 0x%08X".formatted(status));
        this.status = status;
    }

    /** Whether username or password are wrong, so that trying again is of no use. */
    public boolean isAboutTheAccount() {
        return Statuses.isAboutTheAccount(status);
    }
}
