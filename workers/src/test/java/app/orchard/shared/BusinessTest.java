package app.orchard.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DatabaseTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BusinessTest {

    @Autowired
    private Business business;

    @Test
    void remindsAfterFiveMinutesAndGivesUpAfterFifteenUntilSomebodyWantsItOtherwise() {
        assertThat(business.settings().paymentReminderAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(business.settings().paymentExpiresAfter()).isEqualTo(Duration.ofMinutes(15));
    }
}
