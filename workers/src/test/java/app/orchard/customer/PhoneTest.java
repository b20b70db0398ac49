package app.orchard.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.shared.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"98450 12345", "098450-12345", "+91 98450 12345", "(+91)9845012345"})
    void readsWhatPeopleType(String typed) {
        assertThat(Phone.parse(typed).e164()).isEqualTo("+919845012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "98450", "+0123456789", "98450123456789012", "call me", "9845012345'--"})
    void refusesWhatIsNoNumber(String typed) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Phone.parse(typed));
    }
}
