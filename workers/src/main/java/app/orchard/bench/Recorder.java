package app.orchard.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what the application says to its database while it is told to, so that it can be said again without it. */
final class Recorder extends DelegatingDataSource {

    /** Puts one in front of the application's pool. */
    static final class Wrapping implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool && !(bean instanceof Recorder) ? new Recorder(pool) : bean;
        }
    }

    /** What was said while one connection was lent. */
    static final class Visit {

        private final List<Saying> sayings = new ArrayList<>();

        /** What was asked, with question marks. */
        List<String> statements() {
            return sayings.stream()
                    .filter(Preparation.class::isInstance)
                    .map(saying -> ((Preparation) saying).sql())
                    .toList();
        }

        void repeat(Connection connection) throws SQLException {
            Map<Integer, PreparedStatement> open = new HashMap<>();
            for (Saying saying : sayings) {
                saying.repeat(connection, open);
            }
            connection.setAutoCommit(true);
        }
    }

    private sealed interface Saying {

        void repeat(Connection connection, Map<Integer, PreparedStatement> open) throws SQLException;
    }

    private record Preparation(int number, String sql) implements Saying {

        @Override
        public void repeat(Connection connection, Map<Integer, PreparedStatement> open) throws SQLException {
            open.put(number, connection.prepareStatement(sql));
        }
    }

    private record OfConnection(Method method, Object[] arguments) implements Saying {

        @Override
        public void repeat(Connection connection, Map<Integer, PreparedStatement> open) throws SQLException {
            call(connection, method, arguments);
        }
    }

    private record OfStatement(int number, Method method, Object[] arguments) implements Saying {

        @Override
        public void repeat(Connection connection, Map<Integer, PreparedStatement> open) throws SQLException {
            PreparedStatement statement = Objects.requireNonNull(open.get(number));
            Object result = call(statement, method, arguments);
            if (result instanceof ResultSet rows) {
                drain(rows);
            } else if (method.getName().equals("execute") && Boolean.TRUE.equals(result)) {
                drain(statement.getResultSet());
            }
        }

        private static void drain(ResultSet rows) throws SQLException {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private volatile @Nullable Predicate<Thread> who;
    private final List<Visit> visits = new ArrayList<>();

    private Recorder(DataSource pool) {
        super(pool);
    }

    /** From now on. @param who the threads to listen to */
    void start(Predicate<Thread> who) {
        synchronized (visits) {
            visits.clear();
        }
        this.who = who;
    }

    List<Visit> stop() {
        who = null;
        synchronized (visits) {
            return List.copyOf(visits);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Predicate<Thread> listening = who;
        if (listening == null || !listening.test(Thread.currentThread())) {
            return connection;
        }
        Visit visit = new Visit();
        synchronized (visits) {
            visits.add(visit);
        }
        return noting(connection, visit);
    }

    private static Connection noting(Connection connection, Visit visit) {
        return (Connection) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (method.getName().equals("prepareStatement")) {
                        int number = visit.sayings.size() + 1;
                        visit.sayings.add(new Preparation(number, (String) given[0]));
                        return noting((PreparedStatement) result(connection, method, given), number, visit);
                    }
                    if (List.of("setAutoCommit", "commit", "rollback").contains(method.getName())) {
                        visit.sayings.add(new OfConnection(method, given));
                    }
                    return call(connection, method, given);
                });
    }

    private static PreparedStatement noting(PreparedStatement statement, int number, Visit visit) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (method.getName().matches("set(?!FetchSize|MaxRows|QueryTimeout).*|execute.*|addBatch|close")) {
                        visit.sayings.add(new OfStatement(number, method, given));
                    }
                    return call(statement, method, given);
                });
    }

    private static Object result(Object target, Method method, Object[] arguments) throws SQLException {
        return Objects.requireNonNull(call(target, method, arguments));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
