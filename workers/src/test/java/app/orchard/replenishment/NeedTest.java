package app.orchard.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NeedTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void coversTheDaysUntilTheMarketAndWhatShallRemainLessWhatIsThere() {
        Need need = Need.of(new BigDecimal("4.25"), MONDAY, MONDAY.plusDays(4), 3, 10);

        assertThat(need.packs()).isEqualTo(17 + 10 - 3);
        assertThat(need.because())
                .isEqualTo("4.3 a day leave the shelf, the market is in 4 days (Fri 27 Nov), 3 are there and 10 shall"
                        + " remain.");
    }

    @Test
    void roundsUp() {
        assertThat(Need.of(new BigDecimal("0.1"), MONDAY, MONDAY.plusDays(1), 9, 10)
                        .packs())
                .isEqualTo(2);
    }

    @Test
    void isNeverLessThanOnePack() {
        assertThat(Need.of(BigDecimal.ZERO, MONDAY, MONDAY.plusDays(1), 50, 10).packs())
                .isEqualTo(1);
    }
}
