package app.orchard.inventory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a piece of work sends to the database on its own thread. */
@TestComponent
class Statements implements BeanPostProcessor {

    private final ThreadLocal<Integer> prepared = ThreadLocal.withInitial(() -> 0);

    int countedIn(Runnable work) {
        prepared.set(0);
        work.run();
        return prepared.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> call(connection, method, arguments));
        }

        private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("prepare")) {
                prepared.set(prepared.get() + 1);
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
