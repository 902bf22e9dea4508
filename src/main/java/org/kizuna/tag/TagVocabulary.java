package org.kizuna.tag;

/** The published lists that tags are out of; each is a file under {@code data/tags/} that names its source. */
public enum TagVocabulary {
    SDG_GOAL("sdg-goals", "2015"),
    SDG_TARGET("sdg-targets", "2015"),
    ISID_DIMENSION("isid-dimensions", "2018-2021"),
    DAC_PURPOSE("dac-purposes", "IATI 2.03");

    private final String list;
    private final String version;

    TagVocabulary(String list, String version) {
        this.list = list;
        this.version = version;
    }

    /** Name of the list, which is also its file's. */
    public String list() {
        return list;
    }

    /** Edition of the list that the file holds: a tag keeps it, since later ones may mean another thing by a code. */
    public String version() {
        return version;
    }
}
