package app.orchard.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls each service method that somebody of the staff can call, as each role and as somebody without any. Who may is
 * written in {@code who-may-what.txt}; a method that is not there yet fails this test until somebody decides.
 */
@DemoBusinessTest
class ServiceMatrixTest {

    private static final Path DECIDED = Path.of("src/test/resources/who-may-what.txt");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void letsEachRoleDoWhatItMayAndNothingElse() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Object service : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("app.orchard.")) {
                for (Method method : methodsForStaff(type)) {
                    found.put(type.getSimpleName() + "." + signature(method), mayCall(service, method));
                }
            }
        }
        String table = found.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/who-may-what.txt"), table);

        assertThat(table).as("target/who-may-what.txt against " + DECIDED).isEqualTo(Files.readString(DECIDED));
    }

    private static List<Method> methodsForStaff(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Staff.class))
                .toList();
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .filter(type -> type != Staff.class)
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String mayCall(Object service, Method method) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (!isForbidden(service, method, Set.of(role))) {
                allowed.add(role);
            }
        }
        boolean anybody = !isForbidden(service, method, Set.of());
        return anybody
                ? "everybody who works here"
                : allowed.stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private boolean isForbidden(Object service, Method method, Set<Role> roles) {
        Staff staff = new Staff(UUID.randomUUID(), "somebody", "Somebody", "+919845000099", roles);
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type == Staff.class ? staff : value(type, 0))
                .toArray();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                method.invoke(service, arguments);
                return false;
            } catch (InvocationTargetException e) {
                return e.getCause() instanceof Refusal refusal && refusal.kind() == Refusal.Kind.FORBIDDEN;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static @Nullable Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "something";
        } else if (plain == UUID.class) {
            return UUID.randomUUID();
        } else if (plain == int.class || plain == Integer.class) {
            return 1;
        } else if (plain == long.class || plain == Long.class) {
            return 1L;
        } else if (plain == double.class || plain == Double.class) {
            return 1.0;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return false;
        } else if (plain == Instant.class) {
            return Instant.now();
        } else if (plain == LocalDate.class) {
            return LocalDate.now();
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return depth > 3 ? null : composed(plain, depth);
    }

    private static @Nullable Object collection(Class<?> plain) {
        if (plain == Map.class) {
            return Map.of();
        }
        if (plain == Set.class) {
            return Set.of();
        }
        return Collection.class.isAssignableFrom(plain) || plain == Iterable.class ? List.of() : null;
    }

    private static @Nullable Object composed(Class<?> plain, int depth) {
        if (!plain.isRecord()) {
            return null;
        }
        Constructor<?> constructor = plain.getDeclaredConstructors()[0];
        List<@Nullable Object> members = new ArrayList<>();
        for (Type member : constructor.getGenericParameterTypes()) {
            members.add(value(member, depth + 1));
        }
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(members.toArray());
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
