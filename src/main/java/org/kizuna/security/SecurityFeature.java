package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kizuna.feature.Feature;
import org.kizuna.feature.MenuEntry;
import org.kizuna.feature.RecordKind;

/** What accounts tell of themselves. */
@ApplicationScoped
public class SecurityFeature implements Feature {

    /** As the journal calls an account. */
    public static final String ACCOUNT = "Account";

    /** As the journal calls a token that stands in for a password. */
    public static final String TOKEN = "AccessToken";

    /** As tabs name the page of one's own account. */
    public static final String PROFILE = "profile";

    /** Address of that page. */
    public static final String PROFILE_PAGE = "/security/profile";

    @Override
    public String name() {
        return "security";
    }

    @Override
    public List<RecordKind> kinds() {
        return List.of(RecordKind.named(ACCOUNT), RecordKind.named(TOKEN));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(160, "security", "accounts", "/security/accounts", Set.of(Roles.ADMINISTRATOR)));
    }
}
