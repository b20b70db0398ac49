package app.orchard.storefront.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.shared.Refusal;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final CouponGuesses guesses = new CouponGuesses();

    @Test
    void letsNobodyTryCodesForEver() {
        for (int n = 0; n < 30; n++) {
            assertRefused("coupon-unknown", "10.0.0.1");
        }
        assertRefused("too-many-tries", "10.0.0.1");
        assertRefused("coupon-unknown", "10.0.0.2");
        assertThat(guesses.<String>lookUp("10.0.0.2", () -> "found")).isEqualTo("found");
    }

    @Test
    void letsNobodyTryLinksForEver() {
        LinkGuesses links = new LinkGuesses();
        for (int n = 0; n < 30; n++) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> links.lookUp("10.0.0.1", () -> {
                        throw Refusal.notFound("order");
                    }));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> links.lookUp("10.0.0.1", () -> "found"))
                .extracting(Refusal::type)
                .isEqualTo("too-many-tries");
    }

    private void assertRefused(String type, String address) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> guesses.lookUp(address, () -> {
                    throw Refusal.conflict("coupon-unknown", "We do not know this coupon.");
                }))
                .extracting(Refusal::type)
                .isEqualTo(type);
    }
}
