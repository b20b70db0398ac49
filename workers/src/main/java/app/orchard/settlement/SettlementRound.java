package app.orchard.settlement;

import app.orchard.payment.GatewayLedger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once an hour: what has the gateway paid out, and is anything missing? */
@Component
class SettlementRound {

    private final GatewayLedger gateway;
    private final Differences differences;

    SettlementRound(GatewayLedger gateway, Differences differences) {
        this.gateway = gateway;
        this.differences = differences;
    }

    @Scheduled(cron = "0 40 * * * *")
    void make() {
        gateway.readAll();
        differences.find();
    }
}
