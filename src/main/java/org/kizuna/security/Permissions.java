package org.kizuna.security;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what, read off the registers' own declarations: pages and REST ask here, so there is one map and no copy
 * of it. An action is named {@code AgreementRegister.clear}.
 */
@ApplicationScoped
public class Permissions {

    private static final AnnotationLiteral<Any> ANY = new Any.Literal();

    private final Map<String, List<String>> rolesByAction = new TreeMap<>();

    @Inject
    private BeanManager beans;

    @PostConstruct
    void read() {
        for (Bean<?> bean : beans.getBeans(Object.class, ANY)) {
            if (bean.getBeanClass().isAnnotationPresent(Register.class)) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                        rolesByAction.put(action(method), allowed(method));
                    }
                }
            }
        }
    }

    /** Whether the caller's roles allow the action. */
    public boolean allows(String action) {
        return isAllowed(rolesFor(action), Caller.roles());
    }

    /**
     * The roles that allow an action.
     *
     * @throws IllegalArgumentException when there is no such action
     */
    public List<String> rolesFor(String action) {
        List<String> roles = rolesByAction.get(action);
        if (roles == null) {
            throw new IllegalArgumentException("No register has the action " + action);
        }
        return roles;
    }

    private static boolean isAllowed(List<String> allowed, Set<String> held) {
        return allowed.contains(Roles.ANYBODY)
                ? Caller.isSignedIn()
                : allowed.stream().anyMatch(held::contains);
    }

    /** What the journal calls a register's method. */
    public static String action(Method method) {
        Class<?> type = method.getDeclaringClass();
        Register register = type.getAnnotation(Register.class);
        String name = register == null || register.value().isEmpty() ? type.getSimpleName() : register.value();
        return name + "." + method.getName();
    }

    /** The role in which somebody who holds these calls the method. */
    static String roleAllowing(Method method, Set<String> held) {
        List<String> allowed = allowed(method);
        return allowed.stream().filter(held::contains).findFirst().orElseGet(() -> held.stream()
                .findFirst()
                .orElse(""));
    }

    private static List<String> allowed(Method method) {
        RolesAllowed declared = method.getAnnotation(RolesAllowed.class);
        if (declared == null) {
            declared = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        }
        return declared == null ? List.of() : List.of(declared.value());
    }
}
