package app.orchard.audit;

import app.orchard.staff.Staff;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database, for the rest of the transaction, on whose behalf a service writes: the first one that is given a
 * {@link Staff}. The triggers of the tables do the rest, so no service can forget to.
 */
class ActingStaff implements MethodInterceptor {

    private final ObjectProvider<JdbcClient> jdbc;

    ActingStaff(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            Arrays.stream(call.getArguments())
                    .filter(Staff.class::isInstance)
                    .map(Staff.class::cast)
                    .findFirst()
                    .ifPresent(acting -> tell(acting, nameOf(call)));
        }
        return call.proceed();
    }

    static boolean isGivenStaff(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Staff.class);
    }

    /** Who acts already goes on acting: a service that is called by another does so for the same person. */
    private void tell(Staff acting, String action) {
        jdbc.getObject().sql("""
                select set_config('orchard.acting', ?, true), set_config('orchard.action', ?, true)
                where coalesce(current_setting('orchard.acting', true), '') = ''""").params(acting.login(), action).query().listOfRows();
    }

    private static String nameOf(MethodInvocation call) {
        Object service = call.getThis();
        String type = service == null ? "" : AopUtils.getTargetClass(service).getSimpleName();
        return type + "." + call.getMethod().getName();
    }
}
