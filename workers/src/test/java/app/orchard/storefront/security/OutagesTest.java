package app.orchard.storefront.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.ModelAndView;

/** No connection was free while a caller's name was looked up. */
class OutagesTest {

    private final List<Exception> answered = new ArrayList<>();
    private final Outages outages = new Outages(new Refusals((request, response, handler, e) -> {
        answered.add(e);
        return new ModelAndView();
    }));

    @Test
    void answersAsControllersDo() throws ServletException, IOException {
        CannotCreateTransactionException none = new CannotCreateTransactionException("No connection");

        outages.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
            throw none;
        });

        assertThat(answered).containsExactly(none);
    }

    @Test
    void leavesAnAnswerThatHasBegun() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCommitted(true);

        assertThatThrownBy(() -> outages.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
                    throw new CannotCreateTransactionException("No connection");
                }))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(answered).isEmpty();
    }
}
