package app.orchard.embedded;

import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.sandbox.wati.WatiAccount;
import app.orchard.sandbox.wati.WatiSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The vendors' stand-ins as an application on this machine uses them; their keys open nothing else.
 *
 * @param shop the application that they tell what happens
 * @param state the folder where they keep what they know
 */
record Simulators(int razorpayPort, int watiPort, URI shop, Path state) {
    private static final RazorpayAccount RAZORPAY =
            new RazorpayAccount("rzp_test_orchard", "orchard_key_secret", "orchard_webhook_secret", Optional.empty());
    private static final WatiAccount WATI = new WatiAccount("1001", "orchard_wati_token", Optional.empty());
    private static final String WATI_WEBHOOK_TOKEN = "orchard_wati_webhook";

    Simulator razorpay() {
        var account = RAZORPAY.tells(shop.resolve("/hooks/razorpay"));
        return new Simulator(
                "Razorpay simulator",
                razorpayPort,
                () -> RazorpaySandbox.open(razorpayPort, account, store("razorpay"), System.nanoTime()));
    }

    Simulator wati() {
        var account = WATI.tells(shop.resolve("/hooks/wati/" + WATI_WEBHOOK_TOKEN));
        return new Simulator(
                "WATI simulator",
                watiPort,
                () -> WatiSandbox.open(watiPort, account, store("wati"), System.nanoTime()));
    }

    /** What the application needs to know to use the first. */
    Map<String, String> razorpaySettings() {
        return Map.of(
                "ORCHARD_RAZORPAY_BASE_URL", "http://127.0.0.1:" + razorpayPort,
                "ORCHARD_RAZORPAY_CHECKOUT_SCRIPT", "http://localhost:" + razorpayPort + "/v1/checkout.js",
                "ORCHARD_RAZORPAY_KEY_ID", RAZORPAY.keyId(),
                "ORCHARD_RAZORPAY_KEY_SECRET", RAZORPAY.keySecret(),
                "ORCHARD_RAZORPAY_WEBHOOK_SECRET", RAZORPAY.webhookSecret());
    }

    /** What the application needs to know to use the second. */
    Map<String, String> watiSettings() {
        return Map.of(
                "ORCHARD_WATI_ENDPOINT",
                "http://127.0.0.1:" + watiPort,
                "ORCHARD_WATI_TENANT",
                WATI.tenant(),
                "ORCHARD_WATI_TOKEN",
                WATI.token(),
                "ORCHARD_WATI_WEBHOOK_TOKEN",
                WATI_WEBHOOK_TOKEN);
    }

    private Store store(String vendor) throws IOException {
        return Store.in(state.resolve(vendor + ".jsonl"));
    }
}
