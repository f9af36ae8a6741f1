package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.Credential;
import io.heliograph.portal.apiaccess.Samples.Language;
import io.heliograph.portal.apiaccess.Samples.Sample;
import java.util.List;

/**
 * What developers see.
 *
 * @param credentials those that work
 * @param revoked those that do not any more
 * @param username of the samples
 * @param codes the answers that refuse a call
 */
record ApiAccessView(
        List<Credential> credentials,
        List<Credential> revoked,
        String username,
        List<Language> languages,
        Sample sample,
        String sendAddress,
        String balanceAddress,
        String firstCall,
        List<String> codes,
        List<CallLine> calls,
        boolean mayChange) {}
