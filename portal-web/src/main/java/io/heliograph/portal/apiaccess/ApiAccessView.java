package io.heliograph.portal.apiaccess;

import io.heliograph.portal.apiaccess.Samples.Language;
import io.heliograph.portal.apiaccess.Samples.Sample;
import java.util.List;

/**
 * What developers see.
 *
 * @param credentials those that work
 * @param ended those that do not any more
 * @param kinds which this tenant may have
 * @param username of the samples
 * @param addresses to call, of the sample's kind
 * @param codes the answers that refuse a call of the compatible API; none for who has none
 */
record ApiAccessView(
        List<Access> credentials,
        List<Access> ended,
        List<AccessKind> kinds,
        String username,
        List<Language> languages,
        Sample sample,
        List<Address> addresses,
        String firstCall,
        List<String> codes,
        List<CallLine> calls,
        boolean mayChange) {

    /** An address to call, with the end of the keys of its words. */
    record Address(String key, String url) {}
}
