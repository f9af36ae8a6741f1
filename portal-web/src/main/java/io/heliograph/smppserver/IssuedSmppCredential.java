package io.heliograph.smppserver;

/** A credential just made, with its password: to be shown once. */
public record IssuedSmppCredential(SmppCredential credential, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "IssuedSmppCredential[" + credential.systemId() + "]";
    }
}
