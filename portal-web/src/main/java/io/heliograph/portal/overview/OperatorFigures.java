package io.heliograph.portal.overview;

import io.heliograph.ledger.Proof;
import io.heliograph.portal.TrafficReads;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** The numbers on the operator's overview. */
@Component
class OperatorFigures {

    private final Alarms alarms;
    private final Proof proof;
    private final SellerFigures sellers;
    private final TrafficReads traffic;

    OperatorFigures(Alarms alarms, Proof proof, SellerFigures sellers, TrafficReads traffic) {
        this.alarms = alarms;
        this.proof = proof;
        this.sellers = sellers;
        this.traffic = traffic;
    }

    /** @param heard how many alarms the reader knows of */
    OperatorView now(SignedIn who, int heard) {
        List<Alarm> wrong = alarms.now();
        return new OperatorView(
                wrong,
                wrong.size() > heard,
                alarms.accounts(),
                proof.latest().orElse(null),
                sellers.needs(who.tenantId()),
                sellers.today(who.tenantId()),
                traffic.chart(who.tenantId(), SellerFigures.CHART_DAYS),
                who.may(Permission.MANAGE));
    }
}
