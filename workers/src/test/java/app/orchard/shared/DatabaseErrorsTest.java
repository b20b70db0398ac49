package app.orchard.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.orchard.DatabaseTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class DatabaseErrorsTest {

    private static final String INSERT = "insert into customer (id, phone, created_at) values (?, ?, now())";
    private static final String PHONE = "+919845077777";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void sayNothingOfWhomTheyAreAbout() {
        jdbc.update(INSERT, UUID.randomUUID(), PHONE);

        Throwable one = catchThrowable(() -> jdbc.update(INSERT, UUID.randomUUID(), PHONE));
        Throwable many = catchThrowable(() ->
                jdbc.batchUpdate(INSERT, List.<Object[]>of(new Object[] {UUID.randomUUID(), PHONE})));

        assertThat(one).hasStackTraceContaining("customer_phone_key");
        assertThat(many).hasStackTraceContaining("customer_phone_key");
        assertThat(stackTrace(one) + stackTrace(many)).doesNotContain(PHONE);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
