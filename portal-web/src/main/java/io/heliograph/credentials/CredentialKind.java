package io.heliograph.credentials;

/** What a credential opens. */
public enum CredentialKind {
    /** Username and secret in each call of the compatible API. */
    LOGIN,
    /** Id and secret of an OAuth2 client, good for tokens that open the REST API. */
    CLIENT
}
