package org.kizuna.partner;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kizuna.shared.Coded;

/** Type of an organisation [IATI codelist OrganisationType, 2.03]. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90"})
public enum OrganisationType implements Coded {
    GOVERNMENT("10"),
    LOCAL_GOVERNMENT("11"),
    OTHER_PUBLIC_SECTOR("15"),
    INTERNATIONAL_NGO("21"),
    NATIONAL_NGO("22"),
    REGIONAL_NGO("23"),
    PARTNER_COUNTRY_NGO("24"),
    PUBLIC_PRIVATE_PARTNERSHIP("30"),
    MULTILATERAL("40"),
    FOUNDATION("60"),
    PRIVATE_SECTOR("70"),
    PRIVATE_SECTOR_IN_PROVIDER_COUNTRY("71"),
    PRIVATE_SECTOR_IN_RECIPIENT_COUNTRY("72"),
    PRIVATE_SECTOR_IN_THIRD_COUNTRY("73"),
    ACADEMIC("80"),
    OTHER("90");

    private final String code;

    OrganisationType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<OrganisationType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
