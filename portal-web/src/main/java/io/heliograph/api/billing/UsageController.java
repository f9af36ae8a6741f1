package io.heliograph.api.billing;

import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Needs;
import io.heliograph.credentials.Scope;
import io.heliograph.rates.Product;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageByState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /usage}: what was used of what was accepted on the UTC days of a period. */
@ApiResource
class UsageController {

    private static final int MOST_DAYS = 366;
    private static final int MOST_GROUPS = 1_000;

    private final Usage usage;
    private final Clock clock;

    UsageController(Usage usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/api/v1/usage")
    @Needs(Scope.BILLING_READ)
    UsageView read(
            Call call,
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(defaultValue = "sms") String product,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new ApiException(
                    ErrorCode.MALFORMED_PARAMETER, "from is not after to, and a period has at most 366 days");
        }
        List<UsageLine> lines = lines(call.accountId(), by, first, last, product(product));
        UsageByState total = usage.totals(List.of(call.accountId()), first, last, product(product))
                .getOrDefault(call.accountId(), UsageByState.NONE);
        return new UsageView(by, product, first, last, UsageLine.of("total", total), lines);
    }

    private List<UsageLine> lines(UUID accountId, String by, LocalDate first, LocalDate last, Product product) {
        Stream<UsageLine> lines =
                switch (by) {
                    case "day" ->
                        usage.byDay(accountId, first, last, product).stream()
                                .map(day -> UsageLine.of(day.day().toString(), day.usage()));
                    case "destination" ->
                        usage.byDestination(accountId, first, last, product).stream()
                                .map(group -> UsageLine.of(group.name(), group.usage()));
                    case "sender" ->
                        usage.topSenders(accountId, first, last, product, MOST_GROUPS).stream()
                                .map(group -> UsageLine.of(group.name(), group.usage()));
                    default ->
                        throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "by is day, destination or sender");
                };
        return lines.toList();
    }

    private static Product product(String word) {
        return switch (word) {
            case "sms" -> Product.SMS;
            case "lookup" -> Product.LOOKUP;
            default -> throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "product is sms or lookup");
        };
    }

    /** A period, in lines. */
    record UsageView(String by, String product, LocalDate from, LocalDate to, UsageLine total, List<UsageLine> data) {}
}
