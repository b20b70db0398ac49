package app.orchard.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isWrittenAsIndiansWriteIt() {
        assertThat(Money.of(12_500_050).format()).isEqualTo("₹1,25,000.50");
        assertThat(Money.of(1_23_45_678_00L).format()).isEqualTo("₹1,23,45,678.00");
        assertThat(Money.of(-90_005).format()).isEqualTo("-₹900.05");
        assertThat(Money.of(5).format()).isEqualTo("₹0.05");
    }

    @Test
    void overflowsLoudly() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(Long.MAX_VALUE).plus(Money.of(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(Long.MAX_VALUE).times(2));
    }
}
