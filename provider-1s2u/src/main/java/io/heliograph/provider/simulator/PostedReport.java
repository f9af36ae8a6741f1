package io.heliograph.provider.simulator;

import java.time.Instant;

/**
 * One try of one delivery report.
 *
 * @param status what the callback answered; 0 when it could not be reached
 */
public record PostedReport(String smsId, String msisdn, String response, int status, Instant at) {}
