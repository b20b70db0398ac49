package app.orchard.staff;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class Passwords {

    /** @param cost how slow to guess: each one more doubles the work; tests log in thousands of times and take less */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${orchard.passwords.cost:10}") int cost) {
        return new BCryptPasswordEncoder(cost);
    }
}
