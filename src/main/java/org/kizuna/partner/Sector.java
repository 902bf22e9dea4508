package org.kizuna.partner;

/** The kinds of development actors an organisation of the UN system works with. */
public enum Sector {
    GOVERNMENT(OrganisationType.GOVERNMENT),
    PRIVATE_SECTOR(OrganisationType.PRIVATE_SECTOR),
    ACADEMIA(OrganisationType.ACADEMIC),
    CIVIL_SOCIETY(OrganisationType.INTERNATIONAL_NGO),
    INTERNATIONAL_ORGANIZATION(OrganisationType.MULTILATERAL),
    FINANCIAL_INSTITUTION(OrganisationType.MULTILATERAL);

    private final OrganisationType usualType;

    Sector(OrganisationType usualType) {
        this.usualType = usualType;
    }

    /** The organisation type that most partners of the sector have. */
    public OrganisationType usualType() {
        return usualType;
    }
}
