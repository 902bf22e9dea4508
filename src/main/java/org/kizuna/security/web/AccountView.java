package org.kizuna.security.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.page.web.Told;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountDetail;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.security.SecurityFeature;
import org.kizuna.security.SessionRow;
import org.kizuna.security.SmallOffice;
import org.kizuna.shared.NoSuchRecord;
import org.omnifaces.util.Faces;

/** An account being opened or changed by an administrator. */
@Named
@ViewScoped
public class AccountView implements Serializable {

    @Inject
    private transient AccountQueries queries;

    @Inject
    private transient AccountRegister accounts;

    private @Nullable String name;
    private long version;
    private @Nullable String username;
    private @Nullable String displayName;
    private @Nullable String email;
    private boolean addressShared;
    private List<String> roles = new ArrayList<>();
    private boolean active = true;
    private @Nullable String password;

    public void load() {
        name = Faces.getRequestParameter("name");
        if (name != null) {
            AccountDetail account = queries.find(name)
                    .orElseThrow(() -> new NoSuchRecord(SecurityFeature.ACCOUNT, String.valueOf(name)));
            version = account.version();
            username = account.data().username();
            displayName = account.data().displayName();
            email = account.data().email();
            addressShared = account.data().addressShared();
            roles = new ArrayList<>(account.data().roles());
            active = account.data().active();
        }
    }

    public void save() {
        AccountData data = new AccountData(username, displayName, email, addressShared, new TreeSet<>(roles), active);
        if (name == null) {
            accounts.open(data, password == null ? "" : password);
        } else {
            accounts.change(name, version, data);
        }
        Told.andGo(isFresh() ? "AccountRegister.open" : "AccountRegister.change", "/security/accounts");
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = queries.find(String.valueOf(name)).orElseThrow().version();
        save();
    }

    public void resetPassword() {
        accounts.setPassword(String.valueOf(name), password == null ? "" : password);
        Told.andGo("AccountRegister.setPassword", "/security/accounts");
    }

    public long getVersion() {
        return version;
    }

    /** The version that the text on the page rests on: a draft's may be older than the record's. */
    public void setVersion(long value) {
        version = value;
    }

    public void endSession(long id) {
        accounts.endSession(String.valueOf(name), id);
        Told.andGo("AccountRegister.endSession", "/security/account?name=%s", String.valueOf(name));
    }

    /** Where the account is signed in. */
    public List<SessionRow> getSessions() {
        return name == null ? List.of() : queries.sessions(name, null);
    }

    public boolean isFresh() {
        return name == null;
    }

    public List<String> getAllRoles() {
        return Roles.ALL;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String value) {
        username = value;
    }

    public @Nullable String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(@Nullable String value) {
        displayName = value;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String value) {
        email = value;
    }

    public boolean isAddressShared() {
        return addressShared;
    }

    public void setAddressShared(boolean value) {
        addressShared = value;
    }

    /** One account may hold roles here that do not go together elsewhere. */
    public boolean isSmallOffice() {
        return SmallOffice.isSet();
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> value) {
        roles = value;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean value) {
        active = value;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String value) {
        password = value;
    }
}
