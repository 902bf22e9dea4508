package org.kizuna.security;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Work;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Who the container says is calling; the same on pages, in REST and in jobs. */
public final class Caller {

    private static final String NOBODY = "anonymous";

    private Caller() {}

    public static String name() {
        SecurityIdentity identity = identity();
        return identity == null ? NOBODY : identity.getPrincipal().getName();
    }

    public static boolean isSignedIn() {
        return !NOBODY.equals(name());
    }

    /** The roles held, in alphabetical order. */
    public static Set<String> roles() {
        Set<String> held = new TreeSet<>();
        SecurityIdentity identity = identity();
        if (identity != null) {
            identity.getRoles().forEach(held::add);
        }
        return held;
    }

    /** Does the work as somebody who holds exactly these roles: for jobs, which no request signs in. */
    public static <T, E extends Exception> T as(String username, Set<String> roles, Work<T, E> work) throws E {
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null) {
            throw new IllegalStateException("There is no security domain here");
        }
        return domain.createAdHocIdentity(new NamePrincipal(username))
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(roles)))
                .runAsSupplierEx(work::run);
    }

    private static @Nullable SecurityIdentity identity() {
        SecurityDomain domain = SecurityDomain.getCurrent();
        return domain == null ? null : domain.getCurrentSecurityIdentity();
    }
}
