package io.heliograph.credentials;

/** A credential just made, with its secret: to be shown once. */
public record IssuedCredential(Credential credential, String secret) {

    @Override
    public String toString() {
        return "IssuedCredential[" + credential.username() + "]";
    }
}
