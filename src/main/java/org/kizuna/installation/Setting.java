package org.kizuna.installation;

import jakarta.persistence.Entity;
import org.kizuna.shared.VersionedEntity;

/** Something the installation remembers about itself. */
@Entity
class Setting extends VersionedEntity {

    private String name;
    private String value;

    @SuppressWarnings("NullAway.Init")
    protected Setting() {}

    Setting(String name, String value) {
        this.name = name;
        this.value = value;
    }

    void become(String fresh) {
        value = fresh;
    }

    @Override
    public String label() {
        return name + "=" + value;
    }
}
