package app.orchard.audit;

import java.lang.reflect.Method;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Transactions begin before we look who acts in them. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true, order = Ordered.LOWEST_PRECEDENCE - 10)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Auditing {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor actingStaff(ObjectProvider<JdbcClient> jdbc) {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new StaffServices(), new ActingStaff(jdbc));
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE);
        return advisor;
    }

    private static class StaffServices extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> type) {
            return ActingStaff.isGivenStaff(method)
                    && type.getPackageName().startsWith("app.orchard.")
                    && AnnotatedElementUtils.hasAnnotation(type, Service.class);
        }
    }
}
