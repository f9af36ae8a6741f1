package io.heliograph.lookups;

/** The way in by which a job came; the usage is kept by it. */
public enum LookupChannel {
    BROWSER,
    /** The API that is compatible with 1s2u's (contract H1). */
    HLR,
    REST
}
